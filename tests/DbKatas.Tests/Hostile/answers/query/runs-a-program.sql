-- attack (did not run): a program on the server
copy (select 1) to program 'id > /tmp/dbkatas-was-here'
