select user_id, field, value
from profile_changes c
where value is not null
  and changed_at = (select max(changed_at) from profile_changes m where m.user_id = c.user_id and m.field = c.field)
  and change_id = (select max(change_id) from profile_changes m
                   where m.user_id = c.user_id and m.field = c.field and m.changed_at = c.changed_at)
order by user_id, field;
