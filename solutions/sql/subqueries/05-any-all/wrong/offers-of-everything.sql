-- mistake: the subquery does not look at the product, so it compares a kettle with mixers
select p.product_id, p.name,
       p.price < all (select o.price from offers o where o.price is not null) as beats_all,
       p.price < any (select o.price from offers o where o.price is not null) as beats_some
from products p
order by p.product_id;
