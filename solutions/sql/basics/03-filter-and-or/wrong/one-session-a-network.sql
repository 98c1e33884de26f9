-- mistake: shows one session of each user and network, a second one is lost
select distinct on (user_name, network) session_id, user_name
from sessions
where not two_factor and (network in ('cafe', 'hotel') or failed_attempts >= 3);
