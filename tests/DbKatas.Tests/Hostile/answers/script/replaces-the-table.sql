-- attack (not yet): a view in the place of the table
drop table t;
create view t as select 1 as id, 'Ann' as name union values (2, 'Ben'), (3, 'Cy');
