-- attack (did not run): a trigger on every statement of anybody
create function seen() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger seen on ddl_command_start execute function seen();
