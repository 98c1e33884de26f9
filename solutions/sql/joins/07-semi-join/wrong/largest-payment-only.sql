-- mistake: looks at a customer's largest payment only, which may be at home when a smaller one was abroad
select name, address
from (select distinct on (c.customer_id) c.name, c.address, p.country, p.amount
      from customers c
      join cards k on k.customer_id = c.customer_id
      join payments p on p.card_id = k.card_id
      order by c.customer_id, p.amount desc) as largest
where country <> 'GB' and amount >= 500
order by name, address;
