-- attack (did not run): a loop without an end
do $$ begin loop end loop; end $$
