-- mistake: of two shortest chains takes the one whose last owner has the smaller number, not the first difference
with recursive chains as (
  select company_id, owner_id, array[owner_id, company_id] as path from stakes where owner_id = 1 and company_id <> 1
  union all
  select s.company_id, s.owner_id, c.path || s.company_id
  from chains c join stakes s on s.owner_id = c.company_id
  where s.company_id <> all (c.path)
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains join companies using (company_id)
      order by company_id, cardinality(chains.path), owner_id, chains.path) best
order by steps, company_id;
