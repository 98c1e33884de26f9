-- mistake: OR needs a whole condition on both sides, 'hotel' alone is none
select session_id, user_name
from sessions
where not two_factor and (network = 'cafe' or 'hotel' or failed_attempts >= 3);
