-- mistake: stops at Aster only, so it goes round for ever in the ring of 4 and 6
with recursive chains as (
  select company_id, array[owner_id, company_id] as path from stakes where owner_id = 1
  union
  select s.company_id, c.path || s.company_id
  from chains c join stakes s on s.owner_id = c.company_id
  where s.company_id <> 1
)
select company_id, name, steps, path
from (select distinct on (c.company_id) c.company_id, h.name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains c join companies h using (company_id)
      order by c.company_id, cardinality(path), c.path) best
order by steps, company_id;
