-- mistake: groups by name and price, so two products that agree in both are one
select min(p.product_id)                       as product_id,
       p.name,
       coalesce(p.price < min(o.price), true)  as beats_all,
       coalesce(p.price < max(o.price), false) as beats_some
from products p
left join offers o on o.product_id = p.product_id
group by p.name, p.price
order by product_id;
