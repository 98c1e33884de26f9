-- mistake: "three or more" includes three
select session_id, user_name
from sessions
where not two_factor and (network = 'cafe' or network = 'hotel' or failed_attempts > 3);
