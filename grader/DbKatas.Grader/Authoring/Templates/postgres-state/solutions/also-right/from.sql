-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
with dear as (select thing_id, price + 1 as price from things where not price <= 10)
update things t set price = d.price from dear d where d.thing_id = t.thing_id;
