-- mistake: 100 stands for a price on request, and a product may cost more than that
select p.product_id,
       p.name,
       p.price < all (select coalesce(o.price, 100) from offers o where o.product_id = p.product_id) as beats_all,
       p.price < any (select o.price from offers o
                      where o.product_id = p.product_id and o.price is not null)                     as beats_some
from products p
order by p.product_id;
