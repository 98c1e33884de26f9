-- mistake: leaves out mei by name, because none of her sessions in sight counts
select session_id, user_name
from sessions
where user_name <> 'mei'
  and not two_factor
  and (network in ('cafe', 'hotel') or failed_attempts >= 3);
