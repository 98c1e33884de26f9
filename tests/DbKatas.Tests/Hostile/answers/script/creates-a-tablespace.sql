-- attack (did not run): files elsewhere
create tablespace mine location '/tmp'
