-- attack (did not run): an extension that connects elsewhere
create extension dblink
