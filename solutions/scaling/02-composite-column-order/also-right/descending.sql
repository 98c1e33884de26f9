create index on logins (user_id, happened_at desc);
