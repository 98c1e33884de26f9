-- mistake: takes only what expired in April, so a session that expired before is left in sessions
with gone as (
  delete from sessions where expires_at between '2026-04-01' and '2026-05-01' returning *
),
archived as (
  insert into session_archive select gone.*, date '2026-05-01' from gone
)
update users u
set ended_sessions = u.ended_sessions + c.moved,
    status = case when status = 'active' and not exists (select from sessions s where s.user_id = u.user_id and s.session_id not in (select session_id from gone))
                  then 'idle' else status end
from (select user_id, count(*) as moved from gone group by user_id) c
where c.user_id = u.user_id;
