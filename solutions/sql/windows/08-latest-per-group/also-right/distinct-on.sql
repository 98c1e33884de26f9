select user_id, field, value
from (select distinct on (user_id, field) user_id, field, value
      from profile_changes
      order by user_id, field, changed_at desc, change_id desc) latest
where value is not null
order by user_id, field;
