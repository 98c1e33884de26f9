-- mistake: looks for Aster by its name, but names are not unique and company 1 may have another
with recursive chains as (
  select s.company_id, array[s.owner_id, s.company_id] as path
  from stakes s join companies a on a.company_id = s.owner_id
  where a.name = 'Aster' and s.company_id <> s.owner_id
  union all
  select s.company_id, c.path || s.company_id
  from chains c join stakes s on s.owner_id = c.company_id
  where s.company_id <> all (c.path)
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains join companies using (company_id)
      order by company_id, cardinality(chains.path), chains.path) best
order by steps, company_id;
