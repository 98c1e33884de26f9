-- attack (did not run, patient): one value that fills the memory of who reads it
select 1, repeat('x', 200000000)
