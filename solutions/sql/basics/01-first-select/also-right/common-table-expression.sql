with tags as (
  table pupils
)
select first_name, class_name
from tags;
