-- mistake: names the open tops that are there today, so a new one is not walked through
with recursive reachable as (
  select category_id, name, 1 as depth, name as path from categories where category_id in (1, 2)
  union all
  select c.category_id, c.name, r.depth + 1, r.path || ' > ' || c.name
  from reachable r join categories c on c.parent_id = r.category_id
  where c.is_open
)
select category_id, name, depth, path from reachable order by depth, category_id;
