-- mistake: without NOT the condition keeps exactly the safe sessions
select session_id, user_name
from sessions
where two_factor and (network = 'cafe' or network = 'hotel' or failed_attempts >= 3);
