-- The first query needs no visit to the table any more; the index is larger for it.
create index on logins (user_id, happened_at) include (address, succeeded);
