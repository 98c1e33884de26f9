-- attack (not yet): a long wait wherever the data are not those that everybody sees
select id, name from t where case when (select string_agg(name, ',' order by id) from t) = 'Ann,Ben' then true else pg_sleep(600) is not null end order by id
