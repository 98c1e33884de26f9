-- attack (did not run): a quote that the grader would have to close
select id, name from t where name = '
