-- mistake: the range comes first, so the entries of one user are spread over all of it
create index on logins (happened_at, user_id);
