-- mistake: takes everything before one second past midnight for expired, also what ends within that second
with gone as (
  delete from sessions where expires_at < '2026-05-01 00:00:01' returning *
),
archived as (
  insert into session_archive select gone.*, date '2026-05-01' from gone
)
update users u
set ended_sessions = u.ended_sessions + c.moved,
    status = case when status = 'active' and not exists (select from sessions s where s.user_id = u.user_id and (s.expires_at >= '2026-05-01 00:00:01' or s.expires_at is null))
                  then 'idle' else status end
from (select user_id, count(*) as moved from gone group by user_id) c
where c.user_id = u.user_id;
