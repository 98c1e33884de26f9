select p.product_id, p.name,
       not exists (select from offers o where o.product_id = p.product_id and o.price <= p.price) as beats_all,
       exists (select from offers o where o.product_id = p.product_id and o.price > p.price) as beats_some
from products p
order by p.product_id;
