-- mistake: looks at the parent and the grandparent only, not at what stands above them
with recursive tree as (
  select category_id, name, 1 as depth, name as path, true as parent_open, true as grandparent_open, is_open
  from categories where parent_id is null
  union all
  select c.category_id, c.name, t.depth + 1, t.path || ' > ' || c.name, t.is_open, t.parent_open, c.is_open
  from tree t join categories c on c.parent_id = t.category_id
)
select category_id, name, depth, path
from tree
where is_open and parent_open and grandparent_open
order by depth, category_id;
