-- mistake: single quotes make a text, so every row shows the column's name instead of its value
select 'first_name', 'class_name'
from pupils;
