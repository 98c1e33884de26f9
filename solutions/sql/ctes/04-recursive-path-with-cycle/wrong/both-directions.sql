-- mistake: follows stakes against their direction, too, and so finds Aster's owner
with recursive links as (
  select owner_id as a, company_id as b from stakes
  union
  select company_id, owner_id from stakes
),
chains as (
  select b as company_id, array[a, b] as path from links where a = 1 and b <> 1
  union all
  select l.b, c.path || l.b
  from chains c join links l on l.a = c.company_id
  where l.b <> all (c.path)
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains join companies using (company_id)
      order by company_id, cardinality(chains.path), chains.path) best
order by steps, company_id;
