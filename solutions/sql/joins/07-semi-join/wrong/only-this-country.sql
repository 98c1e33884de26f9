-- mistake: finds large payments at home
select c.name, c.address
from customers c
where exists (select from cards k join payments p using (card_id)
              where k.customer_id = c.customer_id and p.country = 'GB' and p.amount >= 500)
order by c.name, c.address;
