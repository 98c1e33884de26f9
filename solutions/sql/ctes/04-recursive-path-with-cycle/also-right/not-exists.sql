with recursive chains (company_id, steps, visited) as (
  select 1, 0, array[1]
  union
  select s.company_id, c.steps + 1, c.visited || s.company_id
  from stakes s, chains c
  where s.owner_id = c.company_id and array_position(c.visited, s.company_id) is null
)
select c.company_id, (select name from companies where company_id = c.company_id) as name, c.steps,
       array_to_string(c.visited, ' > ') as path
from chains c
where c.steps > 0
  and not exists (select 1 from chains better
                  where better.company_id = c.company_id and (better.steps, better.visited) < (c.steps, c.visited))
order by 3, 1;
