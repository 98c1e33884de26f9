with state as (
  select user_id,
         count(*) filter (where expires_at <= '2026-05-01') as moved,
         count(*) filter (where expires_at > '2026-05-01' or expires_at is null) as left_over
  from sessions
  group by user_id
),
gone as (
  delete from sessions where expires_at <= '2026-05-01' returning *
),
changed as (
  update users u
  set ended_sessions = ended_sessions + moved,
      status = case when status = 'active' and left_over = 0 then 'idle' else status end
  from state s
  where s.user_id = u.user_id and moved > 0
)
insert into session_archive
select session_id, user_id, started_at, expires_at, to_date('2026-05-01', 'YYYY-MM-DD') from gone;
