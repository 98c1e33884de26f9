-- attack (right): locks that outlive it
select pg_advisory_lock(1147423585, 1), pg_advisory_lock(42);
insert into t values (3, 'Cy');
