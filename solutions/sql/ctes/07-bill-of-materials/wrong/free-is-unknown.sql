-- mistake: a price of 0.00 is taken for one that is not known
with recursive needs as (
  select item_id as product_id, item_id as part_id, 1::numeric as quantity from items where is_sold
  union all
  select n.product_id, c.part_id, n.quantity * c.quantity
  from needs n join components c on c.assembly_id = n.part_id
)
select n.product_id, p.name as product, n.part_id, i.name as part, sum(n.quantity) as quantity,
       sum(n.quantity) * nullif(i.price, 0) as cost
from needs n join items p on p.item_id = n.product_id join items i on i.item_id = n.part_id
where n.part_id not in (select assembly_id from components)
group by n.product_id, p.name, n.part_id, i.name, i.price
order by n.product_id, n.part_id;
