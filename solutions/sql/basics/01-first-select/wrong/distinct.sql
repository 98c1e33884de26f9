-- mistake: DISTINCT leaves one tag for two pupils of the same name and class
select distinct first_name, class_name
from pupils;
