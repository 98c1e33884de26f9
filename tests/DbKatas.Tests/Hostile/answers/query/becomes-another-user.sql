-- attack (did not run): another user
set session authorization pg_read_server_files
