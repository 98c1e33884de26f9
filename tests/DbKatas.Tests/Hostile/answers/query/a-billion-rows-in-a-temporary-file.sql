-- attack (did not run, patient): a disk full of temporary files
select n, md5(n::text) from generate_series(1, 1000000000) n order by 2
