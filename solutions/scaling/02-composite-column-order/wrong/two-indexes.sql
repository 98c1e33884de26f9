-- mistake: two indexes of one column each, which the server has to lay over each other
create index on logins (user_id);
create index on logins (happened_at);
