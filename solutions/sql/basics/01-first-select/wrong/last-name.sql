-- mistake: the last name is printed instead of the first name
select last_name, class_name
from pupils;
