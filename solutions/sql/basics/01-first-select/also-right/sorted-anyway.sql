-- An order that nobody asked for does no harm.
select pupils.first_name, pupils.class_name
from pupils
order by class_name, last_name;
