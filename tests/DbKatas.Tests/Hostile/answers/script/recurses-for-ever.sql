-- attack (did not run): a function that calls itself
create function f(int) returns int language plpgsql as $$ begin return f($1 + 1); end $$;
select f(1);
