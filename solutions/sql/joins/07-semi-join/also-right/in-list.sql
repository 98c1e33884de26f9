select name, address
from customers
where customer_id in (
  select customer_id
  from cards
  where card_id in (select card_id from payments where country <> 'GB' and amount >= 500)
)
order by name, address;
