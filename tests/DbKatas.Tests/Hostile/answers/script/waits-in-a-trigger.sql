-- attack (did not run): a wait in a trigger that fires at the commit
create function wait() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return null; end $$;
create constraint trigger w after insert on t deferrable initially deferred for each row execute function wait();
insert into t values (3, 'Cy');
