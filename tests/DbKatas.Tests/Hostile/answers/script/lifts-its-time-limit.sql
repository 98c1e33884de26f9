-- attack (did not run): no limit from the second statement on
set statement_timeout = 0;
select pg_sleep(600);
