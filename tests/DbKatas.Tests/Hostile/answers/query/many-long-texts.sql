-- attack (did not run, patient): many values that do so together
select n, repeat('x', 1000000) from generate_series(1, 1000) n
