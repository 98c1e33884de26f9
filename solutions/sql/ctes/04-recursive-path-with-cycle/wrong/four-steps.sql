-- mistake: stops after four steps to come to an end, so longer chains are lost
with recursive chains as (
  select company_id, array[owner_id, company_id] as path from stakes where owner_id = 1
  union all
  select s.company_id, c.path || s.company_id
  from chains c join stakes s on s.owner_id = c.company_id
  where cardinality(c.path) < 5
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains join companies using (company_id)
      where company_id <> 1
      order by company_id, cardinality(chains.path), chains.path) best
order by steps, company_id;
