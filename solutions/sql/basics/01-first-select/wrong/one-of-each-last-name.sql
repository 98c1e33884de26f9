-- mistake: takes one pupil of each last name, so brothers and sisters share a tag
select distinct on (last_name) first_name, class_name
from pupils;
