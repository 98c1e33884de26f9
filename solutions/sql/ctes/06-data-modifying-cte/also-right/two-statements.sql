with gone as (
  delete from sessions where expires_at < timestamp '2026-05-01 00:00:00.000001' returning *
),
archived as (
  insert into session_archive select gone.*, date '2026-05-01' from gone returning user_id
)
update users u
set ended_sessions = u.ended_sessions + a.n
from (select user_id, count(*)::int as n from archived group by user_id) a
where a.user_id = u.user_id;

-- A new statement sees what the one before it has left.
update users u
set status = 'idle'
where status = 'active'
  and exists (select from session_archive a where a.user_id = u.user_id and a.archived_on = '2026-05-01')
  and not exists (select from sessions s where s.user_id = u.user_id);
