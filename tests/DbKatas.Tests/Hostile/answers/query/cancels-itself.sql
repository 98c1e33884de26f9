-- attack (did not run): its own statement
select 1, pg_cancel_backend(pg_backend_pid())::text from t
