-- attack (did not run): a statement for later
prepare later as select 1
