-- attack (did not run): the names in a folder of the machine
select 1, pg_ls_dir('/')
