-- attack (right): settings that outlive it
set datestyle = 'German';
set search_path = pg_temp, public;
alter role current_user set search_path = 'nowhere';
insert into t values (3, 'Cy');
