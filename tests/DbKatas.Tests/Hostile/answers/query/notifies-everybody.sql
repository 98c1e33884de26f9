-- attack (not yet): messages to whoever listens
select n, pg_notify('dbkatas', n::text)::text from generate_series(1, 1000) n
