-- attack (did not run): the whole schema
drop schema public cascade
