update users u
set ended_sessions = ended_sessions + (select count(*) from sessions s where s.user_id = u.user_id and expires_at <= '2026-05-01')
where user_id in (select user_id from sessions where expires_at <= '2026-05-01');

update users
set status = 'idle'
where status = 'active'
  and user_id in (select user_id from sessions where expires_at <= '2026-05-01')
  and user_id not in (select user_id from sessions where expires_at > '2026-05-01' or expires_at is null);

insert into session_archive (session_id, user_id, started_at, expires_at, archived_on)
select session_id, user_id, started_at, expires_at, '2026-05-01' from sessions where expires_at <= '2026-05-01';

delete from sessions where expires_at <= '2026-05-01';
