select p.item_id as product_id, p.name as product, x.part_id, x.part, x.quantity, x.quantity * x.price as cost
from items p
cross join lateral (
  with recursive pieces as (
    select p.item_id as item_id, cast(1 as numeric) as quantity
    union all
    select c.part_id, c.quantity * pieces.quantity from pieces join components c on c.assembly_id = pieces.item_id
  )
  select i.item_id as part_id, i.name as part, i.price, sum(pieces.quantity) as quantity
  from pieces join items i using (item_id)
  where i.item_id not in (select assembly_id from components)
  group by i.item_id
) x
where p.is_sold
order by product_id, part_id;
