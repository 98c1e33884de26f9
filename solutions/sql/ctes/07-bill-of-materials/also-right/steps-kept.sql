with recursive explosion (product_id, part_id, quantity, level) as (
  select assembly_id, part_id, quantity, 1 from components
  union all
  select e.product_id, c.part_id, e.quantity * c.quantity, level + 1
  from explosion e, components c
  where e.part_id = c.assembly_id
),
basic as (
  select item_id, name, price from items where item_id <> all (select assembly_id from components)
),
totals as (
  select product_id, part_id, sum(quantity) as quantity from explosion group by product_id, part_id
  union all
  select item_id, item_id, 1 from basic
)
select t.product_id, (select name from items where item_id = t.product_id) as product, b.item_id as part_id, b.name as part,
       t.quantity, t.quantity * b.price as cost
from totals t
join basic b on b.item_id = t.part_id
where t.product_id in (select item_id from items where is_sold)
order by t.product_id, b.item_id;
