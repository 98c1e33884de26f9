-- mistake: looks only at the session that began last, so an older one that goes on is not seen
with gone as (
  delete from sessions where expires_at <= '2026-05-01' returning *
),
archived as (
  insert into session_archive select gone.*, date '2026-05-01' from gone
)
update users u
set ended_sessions = u.ended_sessions + c.moved,
    status = case when status = 'active'
                   and (select s.expires_at from sessions s where s.user_id = u.user_id order by s.started_at desc limit 1) <= '2026-05-01'
                  then 'idle' else status end
from (select user_id, count(*) as moved from gone group by user_id) c
where c.user_id = u.user_id;
