-- mistake: nothing stops the walk in a ring, so it never ends
with recursive chains as (
  select company_id, array[owner_id, company_id] as path from stakes where owner_id = 1
  union all
  select s.company_id, c.path || s.company_id
  from chains c join stakes s on s.owner_id = c.company_id
)
select distinct on (c.company_id) c.company_id, h.name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
from chains c join companies h using (company_id)
where c.company_id <> 1
order by c.company_id, cardinality(path), path;
