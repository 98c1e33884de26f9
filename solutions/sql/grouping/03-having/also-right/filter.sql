select customer_id,
       count(*) filter (where status = 'delivered' and ordered_on >= '2026-01-01' and ordered_on < '2027-01-01') as orders,
       sum(amount) filter (where status = 'delivered' and ordered_on >= '2026-01-01' and ordered_on < '2027-01-01') as spent
from orders
group by customer_id
having count(*) filter (where status = 'delivered' and ordered_on >= '2026-01-01' and ordered_on < '2027-01-01') >= 3
   and sum(amount) filter (where status = 'delivered' and ordered_on >= '2026-01-01' and ordered_on < '2027-01-01') > 100
order by 3 desc, 1;
