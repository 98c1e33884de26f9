-- attack (not yet): the lock by which a run shows that it lives
select n, pg_advisory_lock(1147423585, n)::text from generate_series(1, 100) n
