-- attack (not yet): a temporary table in front of the real one
create temp table t (id int, name text);
insert into t values (3, 'Cy');
