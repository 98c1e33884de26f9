-- mistake: a product that is bought and sold as it is is listed only when its price is known
with recursive needs as (
  select a.item_id as product_id, c.part_id, c.quantity
  from items a join components c on c.assembly_id = a.item_id
  where a.is_sold
  union all
  select n.product_id, c.part_id, n.quantity * c.quantity
  from needs n join components c on c.assembly_id = n.part_id
),
all_needs as (
  select * from needs
  union all
  select item_id, item_id, 1 from items where is_sold and price is not null
)
select n.product_id, p.name as product, n.part_id, i.name as part, sum(n.quantity) as quantity, sum(n.quantity) * i.price as cost
from all_needs n join items p on p.item_id = n.product_id join items i on i.item_id = n.part_id
where n.part_id not in (select assembly_id from components)
group by n.product_id, p.name, n.part_id, i.name, i.price
order by n.product_id, n.part_id;
