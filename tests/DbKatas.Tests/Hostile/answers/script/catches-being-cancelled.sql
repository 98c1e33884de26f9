-- attack (did not run): to go on after being stopped
set statement_timeout = 0;
do $$ begin loop begin perform pg_sleep(600); exception when query_canceled then null; end; end loop; end $$;
