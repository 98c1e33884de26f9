select l.level, case when l.level < 2 then p.country end as country, case when l.level = 0 then p.plan end as plan,
       count(p.payment_id) as payments, coalesce(sum(p.amount), 0) as revenue
from (values (0), (1), (2)) as l (level)
left join payments p on true
group by 1, 2, 3
having l.level = 2 or count(p.payment_id) > 0
order by 1, 2, 3;
