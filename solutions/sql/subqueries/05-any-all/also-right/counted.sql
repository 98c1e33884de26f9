select p.product_id, p.name, n.beaten = n.priced as beats_all, n.beaten > 0 as beats_some
from products p,
     lateral (select count(o.price) as priced, count(*) filter (where o.price > p.price) as beaten
              from offers o where o.product_id = p.product_id) n
order by 1;
