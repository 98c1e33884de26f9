with recursive tree as (
  select category_id, name, 1 as depth, name as path, is_open as reachable
  from categories where parent_id is null
  union all
  select c.category_id, c.name, t.depth + 1, concat_ws(' > ', t.path, c.name), t.reachable and c.is_open
  from tree t join categories c on c.parent_id = t.category_id
)
select category_id, name, depth, path from tree where reachable order by depth, category_id;
