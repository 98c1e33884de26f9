-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
select thing_id, name, price from things where not price <= 10 order by price desc, thing_id;
