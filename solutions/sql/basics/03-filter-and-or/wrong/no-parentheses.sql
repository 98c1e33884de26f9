-- mistake: AND binds before OR, so only the first reason is tied to the second factor
select session_id, user_name
from sessions
where not two_factor and network = 'cafe' or network = 'hotel' or failed_attempts >= 3;
