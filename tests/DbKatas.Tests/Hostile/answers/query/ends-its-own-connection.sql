-- attack (did not run): its own connection
select 1, pg_terminate_backend(pg_backend_pid())::text
