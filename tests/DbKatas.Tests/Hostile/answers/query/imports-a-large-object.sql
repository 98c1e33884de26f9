-- attack (did not run): a file as a large object
select lo_import('/etc/passwd')::int, ''
