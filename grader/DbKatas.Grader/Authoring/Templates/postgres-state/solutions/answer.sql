-- TODO(author): the answer that an expert would write.
update things set price = price + 1.00 where price > 10.00;
