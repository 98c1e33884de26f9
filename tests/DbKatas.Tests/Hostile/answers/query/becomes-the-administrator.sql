-- attack (did not run): another role
set role pg_execute_server_program
