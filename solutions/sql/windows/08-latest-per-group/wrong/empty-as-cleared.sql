-- mistake: an empty text counts as cleared
select user_id, field, value
from (select distinct on (user_id, field) user_id, field, value
      from profile_changes
      order by user_id, field, changed_at desc, change_id desc) latest
where value <> ''
order by user_id, field;
