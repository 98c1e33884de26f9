-- TODO(author): the answer that an expert would write.
select thing_id, name, price
from things
where price > 10
order by price desc, thing_id;
