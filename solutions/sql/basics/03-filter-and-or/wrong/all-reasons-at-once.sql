-- mistake: AND asks for a risky network and three failed attempts together, one reason was enough
select session_id, user_name
from sessions
where not two_factor and (network = 'cafe' or network = 'hotel') and failed_attempts >= 3;
