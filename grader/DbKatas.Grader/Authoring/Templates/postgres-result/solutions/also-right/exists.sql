-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
select t.thing_id, t.name, t.price
from things t
where exists (select from (values (10)) as least (price) where t.price > least.price)
order by -t.price, t.thing_id;
