-- mistake: takes the last value in the alphabet for the latest one
select user_id, field, max(value) as value
from profile_changes
group by user_id, field
having max(value) is not null
order by user_id, field;
