-- mistake: a product without a priced offer is said to beat none of none, though ALL of nothing is true
select p.product_id, p.name,
       coalesce(p.price < (select min(o.price) from offers o where o.product_id = p.product_id), false) as beats_all,
       coalesce(p.price < (select max(o.price) from offers o where o.product_id = p.product_id), false) as beats_some
from products p
order by p.product_id;
