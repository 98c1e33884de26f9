-- mistake: the time alone leaves every user in
create index on logins (happened_at);
