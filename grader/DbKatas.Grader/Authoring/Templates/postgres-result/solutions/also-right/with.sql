-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
with dear as (select * from things where 10.00 < price)
select thing_id, name, price from dear order by 3 desc, 1;
