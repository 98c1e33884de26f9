with recursive uses as (
  select i.item_id as part_id, i.item_id as product_id, 1.0 as quantity
  from items i left join components c on c.assembly_id = i.item_id
  where c.assembly_id is null
  union all
  select u.part_id, c.assembly_id, u.quantity * c.quantity
  from components c join uses u on c.part_id = u.product_id
)
select p.item_id as product_id, p.name as product, b.item_id as part_id, b.name as part,
       sum(u.quantity) as quantity, sum(u.quantity * b.price) as cost
from uses u
join items p on p.item_id = u.product_id and p.is_sold
join items b on b.item_id = u.part_id
group by p.item_id, b.item_id
order by 1, 3;
