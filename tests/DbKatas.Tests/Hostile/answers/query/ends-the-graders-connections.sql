-- attack (did not run): the connections of the administrator
select pid, pg_terminate_backend(pid)::text from pg_stat_activity where usename not like 'dbkatas_r%' and pid <> pg_backend_pid()
