-- mistake: cheaper than the average offer, where cheaper than the dearest is enough
select p.product_id,
       p.name,
       coalesce(p.price < min(o.price), true)  as beats_all,
       coalesce(p.price < avg(o.price), false) as beats_some
from products p
left join offers o on o.product_id = p.product_id
group by p.product_id
order by p.product_id;
