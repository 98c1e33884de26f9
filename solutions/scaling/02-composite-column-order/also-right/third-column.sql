create index logins_user_id_happened_at_idx on logins (user_id, happened_at, login_id);
