-- mistake: the index holds February alone, and the account page asks for more
create index on logins (user_id, happened_at) where happened_at >= '2026-02-01' and happened_at < '2026-03-01';
