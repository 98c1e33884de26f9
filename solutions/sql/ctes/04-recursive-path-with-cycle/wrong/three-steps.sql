-- mistake: joins by hand, so chains end after three steps, the longest in sight
with chains as (
  select company_id, array[1, company_id] as path from stakes where owner_id = 1
  union all
  select b.company_id, array[1, b.owner_id, b.company_id]
  from stakes a join stakes b on b.owner_id = a.company_id
  where a.owner_id = 1
  union all
  select c.company_id, array[1, b.owner_id, c.owner_id, c.company_id]
  from stakes a join stakes b on b.owner_id = a.company_id join stakes c on c.owner_id = b.company_id
  where a.owner_id = 1
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains join companies using (company_id)
      where company_id <> 1
      order by company_id, cardinality(chains.path), chains.path) best
order by steps, company_id;
