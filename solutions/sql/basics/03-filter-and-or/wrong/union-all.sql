-- mistake: UNION ALL lists a session once for each reason
select session_id, user_name from sessions where not two_factor and (network = 'cafe' or network = 'hotel')
union all
select session_id, user_name from sessions where not two_factor and failed_attempts >= 3;
