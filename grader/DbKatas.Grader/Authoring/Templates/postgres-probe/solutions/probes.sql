-- TODO(author): probes that learners do not see, or delete this file.
-- refuse 23502: a thing without a number
insert into things (thing_id, name, price) values (null, 'Kite', 12.50);

-- refuse 23514: a thing that gets a price below 0 later
update things set price = -1 where thing_id = 1;
