-- mistake: products without a priced offer are dropped
select p.product_id, p.name, bool_and(p.price < o.price) as beats_all, bool_or(p.price < o.price) as beats_some
from products p join offers o on o.product_id = p.product_id and o.price is not null
group by p.product_id
order by p.product_id;
