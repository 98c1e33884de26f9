-- mistake: goes down four levels, the deepest in sight
with recursive needs as (
  select item_id as product_id, item_id as part_id, 1::numeric as quantity, 0 as level from items where is_sold
  union all
  select n.product_id, c.part_id, n.quantity * c.quantity, n.level + 1
  from needs n join components c on c.assembly_id = n.part_id
  where n.level < 4
)
select n.product_id, p.name as product, n.part_id, i.name as part, sum(n.quantity) as quantity, sum(n.quantity) * i.price as cost
from needs n join items p on p.item_id = n.product_id join items i on i.item_id = n.part_id
where n.part_id not in (select assembly_id from components)
group by n.product_id, p.name, n.part_id, i.name, i.price
order by n.product_id, n.part_id;
