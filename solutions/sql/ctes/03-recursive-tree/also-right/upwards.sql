-- Climbs from every category to the top instead of walking down.
with recursive climb as (
  select category_id as leaf, category_id, name, parent_id, is_open, 0 as up
  from categories
  union all
  select climb.leaf, p.category_id, p.name, p.parent_id, p.is_open, climb.up + 1
  from climb join categories p on p.category_id = climb.parent_id
)
select c.category_id, c.name, count(*) as depth, string_agg(climb.name, ' > ' order by climb.up desc) as path
from climb join categories c on c.category_id = climb.leaf
group by c.category_id, c.name
having bool_and(climb.is_open)
order by depth, category_id;
