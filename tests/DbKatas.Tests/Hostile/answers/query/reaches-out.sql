-- attack (did not run): another database over a connection of its own
select * from dblink('dbname=postgres', 'select 1, 2') as t(id int, name text)
