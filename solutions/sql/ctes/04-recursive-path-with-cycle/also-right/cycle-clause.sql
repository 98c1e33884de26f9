with recursive walk as (
  select 1 as company_id, array[1] as path
  union all
  select s.company_id, w.path || s.company_id
  from walk w join stakes s on s.owner_id = w.company_id
) cycle company_id set is_ring using route
select company_id, name, steps, array_to_string(path, ' > ') as path
from (select c.company_id, c.name, cardinality(w.path) - 1 as steps, w.path,
             row_number() over (partition by c.company_id order by cardinality(w.path), w.path) as choice
      from walk w join companies c on c.company_id = w.company_id
      where not w.is_ring and c.company_id <> 1) ranked
where choice = 1
order by steps, company_id;
