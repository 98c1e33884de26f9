-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
update things set price = case when price > 10 then price + 1 else price end;
