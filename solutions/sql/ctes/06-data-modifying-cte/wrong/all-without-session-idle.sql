-- mistake: whoever has no session becomes idle, also new and blocked users
with gone as (
  delete from sessions where expires_at <= '2026-05-01' returning *
),
archived as (
  insert into session_archive select gone.*, date '2026-05-01' from gone
)
update users u
set ended_sessions = u.ended_sessions + (select count(*) from gone where gone.user_id = u.user_id),
    status = case when exists (select from sessions s where s.user_id = u.user_id and (s.expires_at > '2026-05-01' or s.expires_at is null))
                  then status else 'idle' end;
