select session_id, user_name from sessions where two_factor is false and network = 'cafe'
union
select session_id, user_name from sessions where two_factor is false and network = 'hotel'
union
select session_id, user_name from sessions where two_factor is false and failed_attempts >= 3;
