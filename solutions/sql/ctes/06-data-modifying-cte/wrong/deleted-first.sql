-- mistake: deletes first, so nothing is left to archive and to count
delete from sessions where expires_at <= '2026-05-01';
insert into session_archive
select session_id, user_id, started_at, expires_at, '2026-05-01' from sessions where expires_at <= '2026-05-01';
update users u
set ended_sessions = ended_sessions + (select count(*) from sessions s where s.user_id = u.user_id and expires_at <= '2026-05-01'),
    status = case when status = 'active' and exists (select from session_archive a where a.user_id = u.user_id and archived_on = '2026-05-01')
                   and not exists (select from sessions s where s.user_id = u.user_id)
                  then 'idle' else status end;
