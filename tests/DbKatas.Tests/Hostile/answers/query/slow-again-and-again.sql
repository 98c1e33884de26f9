-- attack (did not run): most of the time that there is, on every dataset
with w as materialized (select pg_sleep(0.8)::text as slept) select id, name from t, w order by id
