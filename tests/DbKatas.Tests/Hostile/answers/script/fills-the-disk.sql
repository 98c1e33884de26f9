-- attack (did not run): rows until nothing is left
insert into t select n, repeat('x', 100) from generate_series(3, 2000000000) n
