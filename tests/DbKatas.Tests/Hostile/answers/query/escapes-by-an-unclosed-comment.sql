-- attack (right): a comment that the grader would have to close
select id, name from t order by id /* and whatever stands here
