-- mistake: starts with the components, so a product without any is lost
with recursive needs as (
  select assembly_id as product_id, part_id, quantity from components
  union all
  select n.product_id, c.part_id, n.quantity * c.quantity
  from needs n join components c on c.assembly_id = n.part_id
)
select n.product_id, p.name as product, n.part_id, i.name as part, sum(n.quantity) as quantity, sum(n.quantity) * i.price as cost
from needs n join items p on p.item_id = n.product_id join items i on i.item_id = n.part_id
where p.is_sold and n.part_id not in (select assembly_id from components)
group by n.product_id, p.name, n.part_id, i.name, i.price
order by n.product_id, n.part_id;
