with travellers as (
  select distinct k.customer_id
  from payments p
  join cards k using (card_id)
  where p.amount >= 500 and p.country <> 'GB'
)
select name, address
from travellers
join customers using (customer_id)
order by 1, 2;
