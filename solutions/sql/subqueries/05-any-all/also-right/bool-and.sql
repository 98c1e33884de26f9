select p.product_id, p.name,
       coalesce(bool_and(o.price > p.price), true) as beats_all,
       coalesce(bool_or(o.price > p.price), false) as beats_some
from products p
left join offers o on o.product_id = p.product_id and o.price is not null
group by p.product_id
order by p.product_id;
