-- mistake: an equal price counts as cheaper
select p.product_id, p.name,
       p.price <= all (select o.price from offers o where o.product_id = p.product_id and o.price is not null) as beats_all,
       p.price <= any (select o.price from offers o where o.product_id = p.product_id and o.price is not null) as beats_some
from products p
order by p.product_id;
