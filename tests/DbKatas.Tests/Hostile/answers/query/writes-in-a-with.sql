-- attack (did not run): a change inside a query
with gone as (delete from t returning *) select * from gone
