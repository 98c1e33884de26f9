select session_id, user_name from sessions where network = any (array['cafe', 'hotel']) or failed_attempts >= 3
except
select session_id, user_name from sessions where two_factor;
