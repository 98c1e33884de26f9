-- mistake: closed categories are taken away at the end, but the walk has gone past them
with recursive tree as (
  select category_id, name, 1 as depth, name as path, is_open from categories where parent_id is null
  union all
  select c.category_id, c.name, t.depth + 1, t.path || ' > ' || c.name, c.is_open
  from tree t join categories c on c.parent_id = t.category_id
)
select category_id, name, depth, path from tree where is_open order by depth, category_id;
