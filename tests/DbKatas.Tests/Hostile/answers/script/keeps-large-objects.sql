-- attack (right): large objects that outlive it
select lo_from_bytea(0, repeat('x', 1000000)::bytea);
insert into t values (3, 'Cy');
