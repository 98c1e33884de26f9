-- mistake: the join asks for the parent of what was found, and the top has none
with recursive reachable as (
  select category_id, name, parent_id, 1 as depth, name as path from categories where parent_id is null and is_open
  union all
  select c.category_id, c.name, c.parent_id, r.depth + 1, r.path || ' > ' || c.name
  from reachable r join categories c on c.category_id = r.parent_id
  where c.is_open
)
select category_id, name, depth, path from reachable order by depth, category_id;
