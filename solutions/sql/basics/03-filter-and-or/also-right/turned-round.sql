-- De Morgan: keep what is not (safe, or without any reason).
select s.session_id, s.user_name
from sessions s
where not (s.two_factor or (s.network <> 'cafe' and s.network <> 'hotel' and s.failed_attempts < 3))
order by s.session_id;
