-- mistake: the user is found, and all sixty logins are fetched and sorted
create index on logins (user_id);
