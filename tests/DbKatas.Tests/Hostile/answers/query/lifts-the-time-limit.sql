-- attack (did not run): no limit for the statement that is running
select set_config('statement_timeout', '0', false)::int, pg_sleep(600)::text
