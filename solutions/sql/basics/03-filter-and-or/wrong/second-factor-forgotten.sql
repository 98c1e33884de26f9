-- mistake: sessions with a second factor are listed too
select session_id, user_name
from sessions
where network = 'cafe' or network = 'hotel' or failed_attempts >= 3;
