-- attack (did not run): a file on the server
copy (select 'x') to '/tmp/dbkatas-was-here'
