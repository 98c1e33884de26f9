-- attack (did not run): its own connection, half-way
insert into t values (3, 'Cy');
select pg_terminate_backend(pg_backend_pid());
insert into t values (4, 'Di');
