-- attack (did not run, patient): tables that fill the memory of who reads them
insert into t select n, repeat(md5(n::text), 30000) from generate_series(3, 120) n
