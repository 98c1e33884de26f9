create table t (id int primary key, name text);
insert into t values (1, 'Ann'), (2, 'Ben');
