select first_name, class_name
from pupils;
