-- mistake: counts the whole archive, in which older sessions stand that were counted before
with gone as (
  delete from sessions where expires_at <= '2026-05-01' returning *
)
insert into session_archive select gone.*, date '2026-05-01' from gone;
update users u
set ended_sessions = ended_sessions + (select count(*) from session_archive a where a.user_id = u.user_id),
    status = case when status = 'active' and not exists (select from sessions s where s.user_id = u.user_id) then 'idle' else status end
where user_id in (select user_id from session_archive where archived_on = '2026-05-01');
