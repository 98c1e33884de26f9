create index logins_by_user_and_time on logins (user_id, happened_at);
