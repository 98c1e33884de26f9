-- attack (not yet): a transaction that outlives its connection
begin;
insert into t values (3, 'Cy');
prepare transaction 'stays';
