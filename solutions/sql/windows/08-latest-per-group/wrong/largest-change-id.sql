-- mistake: takes the largest change_id for the latest change
select user_id, field, value
from profile_changes
where change_id in (select max(change_id) from profile_changes group by user_id, field)
  and value is not null
order by user_id, field;
