with recursive reachable (category_id, names) as (
  select category_id, array[name] from categories where is_open and parent_id is null
  union
  select c.category_id, r.names || c.name
  from reachable r, categories c
  where r.category_id = c.parent_id and c.is_open
)
select r.category_id, r.names[array_upper(r.names, 1)] as name, cardinality(r.names) as depth,
       array_to_string(r.names, ' > ') as path
from reachable r
order by 3, 1;
