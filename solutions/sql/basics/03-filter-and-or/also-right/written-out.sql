select session_id, user_name
from sessions
where (two_factor = false and network = 'cafe')
   or (two_factor = false and network = 'hotel')
   or (two_factor = false and failed_attempts > 2);
