-- mistake: Aster holds itself through the ring, but it is not asked for
with recursive chains as (
  select 1 as company_id, array[1] as path
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
