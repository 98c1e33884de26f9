select p.product_id, p.name, coalesce(p.price < o.cheapest, true) as beats_all, coalesce(p.price < o.dearest, false) as beats_some
from products p
left join (select product_id, min(price) as cheapest, max(price) as dearest from offers group by product_id) o using (product_id)
order by product_id;
