-- mistake: no session comes over two networks, so cafe AND hotel is never true
select session_id, user_name
from sessions
where not two_factor and (network = 'cafe' and network = 'hotel' or failed_attempts >= 3);
