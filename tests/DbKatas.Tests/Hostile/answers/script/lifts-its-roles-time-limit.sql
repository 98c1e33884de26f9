-- attack (did not run): no limit from the next connection on
alter role current_user set statement_timeout = 0;
select pg_sleep(600);
