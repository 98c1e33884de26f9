-- One group for each pupil, because the primary key is what is grouped by.
select first_name, class_name
from pupils
group by pupil_id;
