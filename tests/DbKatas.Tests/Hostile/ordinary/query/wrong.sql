select id, upper(name) from t order by id
