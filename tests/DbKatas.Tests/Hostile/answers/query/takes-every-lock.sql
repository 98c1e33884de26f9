-- attack (did not run, patient): the server's whole table of locks
select count(pg_advisory_lock(n))::int, '' from generate_series(1, 10000000) n
