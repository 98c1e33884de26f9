with gone as (
  delete from sessions
  where expires_at <= timestamp '2026-05-01 00:00'
  returning session_id, user_id, started_at, expires_at
),
archived as (
  insert into session_archive (session_id, user_id, started_at, expires_at, archived_on)
  select session_id, user_id, started_at, expires_at, date '2026-05-01'
  from gone
),
counted as (
  select user_id, count(*) as moved
  from gone
  group by user_id
)
update users u
set ended_sessions = u.ended_sessions + c.moved,
    -- sessions still looks as before the delete, so the rows in gone have to be left out
    status = case when u.status = 'active'
                   and not exists (select from sessions s
                                   where s.user_id = u.user_id
                                     and s.session_id not in (select session_id from gone))
                  then 'idle'
                  else u.status
             end
from counted c
where c.user_id = u.user_id;
