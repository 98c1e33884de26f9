-- attack (did not run): a second statement
select id, name from t order by id; drop table t
