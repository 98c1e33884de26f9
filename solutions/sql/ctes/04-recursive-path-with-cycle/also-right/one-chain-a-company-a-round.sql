-- Each round keeps the best chain to every company; window functions are allowed in the recursive part, aggregates are not.
with recursive rounds as (
  select 1 as company_id, array[1] as path, 0 as steps
  union all
  select company_id, path, steps
  from (select s.company_id, r.path || s.company_id as path, r.steps + 1 as steps,
               row_number() over (partition by s.company_id order by r.path) as place
        from rounds r join stakes s on s.owner_id = r.company_id
        where not s.company_id = any (r.path)) found
  where place = 1
)
select c.company_id, c.name, min(r.steps) as steps,
       (array_agg(array_to_string(r.path, ' > ') order by r.steps))[1] as path
from rounds r join companies c on c.company_id = r.company_id
where c.company_id != 1
group by c.company_id
order by steps, company_id;
