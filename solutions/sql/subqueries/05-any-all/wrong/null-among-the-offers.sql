-- mistake: an offer without a price makes ALL and ANY unknown
select p.product_id, p.name,
       p.price < all (select o.price from offers o where o.product_id = p.product_id) as beats_all,
       p.price < any (select o.price from offers o where o.product_id = p.product_id) as beats_some
from products p
order by p.product_id;
