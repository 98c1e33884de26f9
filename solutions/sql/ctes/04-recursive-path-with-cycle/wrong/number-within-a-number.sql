-- mistake: looks for the number in the chain's text, so 2 seems to be in a chain that goes through 12
with recursive chains as (
  select company_id, owner_id || ' > ' || company_id as path from stakes where owner_id = 1 and company_id <> 1
  union all
  select s.company_id, c.path || ' > ' || s.company_id
  from chains c join stakes s on s.owner_id = c.company_id
  where c.path not like '%' || s.company_id || '%'
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(string_to_array(path, ' > ')) - 1 as steps, path
      from chains join companies using (company_id)
      order by company_id, cardinality(string_to_array(path, ' > ')), string_to_array(path, ' > ')::int[]) best
order by steps, company_id;
