-- mistake: the two columns come in the wrong order
select class_name, first_name
from pupils;
