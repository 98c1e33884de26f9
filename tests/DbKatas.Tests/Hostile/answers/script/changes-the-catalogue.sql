-- attack (did not run): the tables behind the tables
update pg_database set datname = 'mine'
