-- mistake: the index is sorted by the day, and the queries compare the time
create index on logins (user_id, (happened_at::date));
