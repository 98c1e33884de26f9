-- attack (did not run): ten minutes of nothing
select 1, pg_sleep(600)::text
