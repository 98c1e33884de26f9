-- mistake: stops at the fifth level, the deepest in sight
with recursive reachable as (
  select category_id, name, 1 as depth, name as path from categories where parent_id is null and is_open
  union all
  select c.category_id, c.name, r.depth + 1, r.path || ' > ' || c.name
  from reachable r join categories c on c.parent_id = r.category_id
  where c.is_open and r.depth < 5
)
select category_id, name, depth, path from reachable order by depth, category_id;
