-- mistake: takes the largest number in sight for the largest there can be
select session_id, user_name
from sessions
where not two_factor
  and (network in ('cafe', 'hotel') or failed_attempts between 3 and 7);
