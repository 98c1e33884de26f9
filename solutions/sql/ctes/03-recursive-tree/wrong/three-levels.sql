-- mistake: joins by hand, so the tree ends at the third level
select a.category_id, a.name, 1 as depth, a.name as path
from categories a where a.parent_id is null and a.is_open
union all
select b.category_id, b.name, 2, a.name || ' > ' || b.name
from categories a join categories b on b.parent_id = a.category_id
where a.parent_id is null and a.is_open and b.is_open
union all
select c.category_id, c.name, 3, a.name || ' > ' || b.name || ' > ' || c.name
from categories a join categories b on b.parent_id = a.category_id join categories c on c.parent_id = b.category_id
where a.parent_id is null and a.is_open and b.is_open and c.is_open
order by depth, category_id;
