create temporary table gone as
select *, count(*) over (partition by user_id) as moved
from sessions
where expires_at <= '2026-05-01 00:00:00';

delete from sessions where session_id in (select session_id from gone);
insert into session_archive select session_id, user_id, started_at, expires_at, '2026-05-01'::date from gone;

merge into users u
using (select distinct user_id, moved from gone) g on g.user_id = u.user_id
when matched and u.status = 'active' and (select count(*) from sessions s where s.user_id = g.user_id) = 0 then
  update set ended_sessions = ended_sessions + moved, status = 'idle'
when matched then
  update set ended_sessions = ended_sessions + moved;

drop table gone;
