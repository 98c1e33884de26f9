with recursive chains as (
  select company_id, array[owner_id, company_id] as path
  from stakes
  where owner_id = 1 and company_id <> 1
  union all
  select s.company_id, c.path || s.company_id
  from chains c
  join stakes s on s.owner_id = c.company_id
  where s.company_id <> all (c.path)
),
shortest as (
  select distinct on (company_id) company_id, path
  from chains
  order by company_id, cardinality(path), path
)
select h.company_id, h.name, cardinality(s.path) - 1 as steps, array_to_string(s.path, ' > ') as path
from shortest s
join companies h on h.company_id = s.company_id
order by steps, h.company_id;
