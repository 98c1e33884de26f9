-- TODO(author): sections: given (rows that stay), accept, refuse with the SQLSTATE or its class, and holds (a query that must give true).
-- Each probe starts from these rows and is taken back afterwards.

-- given: a thing with a price
insert into things (thing_id, name, price) values (1, 'Ball', 10.00);

-- accept: another of the same name, without a price
insert into things (thing_id, name, price) values (2, 'Ball', null);

-- refuse 23505: the same number again
insert into things (thing_id, name, price) values (1, 'Kite', 12.50);

-- refuse 23502: a thing without a name
insert into things (thing_id, name, price) values (3, null, 12.50);

-- refuse 23514: a thing that costs nothing
insert into things (thing_id, name, price) values (3, 'Kite', 0);
