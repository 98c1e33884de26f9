-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
merge into things t
using (select thing_id from things where price > 10) d on d.thing_id = t.thing_id
when matched then update set price = t.price + 1;
