insert into t values (3, 'Cy');
