with recursive needs as (
  select item_id as product_id, item_id as part_id, 1::numeric as quantity
  from items
  where is_sold
  union all
  select n.product_id, c.part_id, n.quantity * c.quantity
  from needs n
  join components c on c.assembly_id = n.part_id
)
select n.product_id, product.name as product, n.part_id, part.name as part,
       sum(n.quantity)              as quantity,
       sum(n.quantity) * part.price as cost
from needs n
join items product on product.item_id = n.product_id
join items part    on part.item_id = n.part_id
where not exists (select from components c where c.assembly_id = n.part_id)
group by product.item_id, n.product_id, part.item_id, n.part_id
order by n.product_id, n.part_id;
