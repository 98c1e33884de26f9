-- mistake: every active user without a session becomes idle, also one of whom none was moved tonight
with gone as (
  delete from sessions where expires_at <= '2026-05-01' returning *
),
archived as (
  insert into session_archive select gone.*, date '2026-05-01' from gone
)
update users u
set ended_sessions = u.ended_sessions + c.moved
from (select user_id, count(*) as moved from gone group by user_id) c
where c.user_id = u.user_id;
update users u
set status = 'idle'
where status = 'active' and not exists (select from sessions s where s.user_id = u.user_id);
