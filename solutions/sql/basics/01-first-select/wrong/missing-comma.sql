-- mistake: without the comma class_name becomes a new name for first_name, and the second column is gone
select first_name class_name
from pupils;
