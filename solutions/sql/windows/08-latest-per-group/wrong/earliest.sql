-- mistake: the first change of each field instead of the latest
select user_id, field, value
from (select distinct on (user_id, field) user_id, field, value
      from profile_changes
      order by user_id, field, changed_at, change_id) earliest
where value is not null
order by user_id, field;
