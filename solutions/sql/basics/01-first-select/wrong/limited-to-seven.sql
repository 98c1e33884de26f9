-- mistake: LIMIT takes the number of pupils in sight, so the eighth gets no name tag
select first_name, class_name
from pupils
limit 7;
