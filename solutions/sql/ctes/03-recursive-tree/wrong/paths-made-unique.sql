-- mistake: DISTINCT on the path, so one of two shelves of one name under one parent is lost
with recursive reachable as (
  select category_id, name, 1 as depth, name as path from categories where parent_id is null and is_open
  union all
  select c.category_id, c.name, r.depth + 1, r.path || ' > ' || c.name
  from reachable r join categories c on c.parent_id = r.category_id
  where c.is_open
)
select category_id, name, depth, path
from (select distinct on (path) category_id, name, depth, path from reachable order by path, category_id) once
order by depth, category_id;
