-- mistake: > 0 ignores offers without a price, and those that cost nothing as well
select p.product_id,
       p.name,
       p.price < all (select o.price from offers o where o.product_id = p.product_id and o.price > 0) as beats_all,
       p.price < any (select o.price from offers o where o.product_id = p.product_id and o.price > 0) as beats_some
from products p
order by p.product_id;
