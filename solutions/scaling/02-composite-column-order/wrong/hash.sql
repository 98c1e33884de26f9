-- mistake: a hash index knows no order
create index on logins using hash (user_id);
