select session_id, user_name
from sessions
where not two_factor
  and (network in ('cafe', 'hotel') or failed_attempts >= 3);
