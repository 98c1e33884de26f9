-- attack (did not run): a join of all with all
select count(*)::int, '' from generate_series(1, 1000000) a, generate_series(1, 1000000) b
