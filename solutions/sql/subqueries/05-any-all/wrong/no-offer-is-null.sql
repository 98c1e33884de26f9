-- mistake: the minimum of no offers is NULL, and so is the comparison with it
select p.product_id, p.name,
       p.price < (select min(o.price) from offers o where o.product_id = p.product_id) as beats_all,
       p.price < (select max(o.price) from offers o where o.product_id = p.product_id) as beats_some
from products p
order by p.product_id;
