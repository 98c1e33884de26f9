-- mistake: compares the chains as texts of two digits a number, so 101 is taken for 10
with recursive chains as (
  select company_id, array[owner_id, company_id] as path, lpad(company_id::text, 2, '0') as sorted_by
  from stakes where owner_id = 1 and company_id <> 1
  union all
  select s.company_id, c.path || s.company_id, c.sorted_by || '>' || lpad(s.company_id::text, 2, '0')
  from chains c join stakes s on s.owner_id = c.company_id
  where s.company_id <> all (c.path)
)
select company_id, name, steps, path
from (select distinct on (company_id) company_id, name, cardinality(path) - 1 as steps, array_to_string(path, ' > ') as path
      from chains join companies using (company_id)
      order by company_id, cardinality(chains.path), sorted_by) best
order by steps, company_id;
