select c.user_id, c.field, c.value
from profile_changes c
where c.value is not null
  and not exists (
    select from profile_changes l
    where l.user_id = c.user_id and l.field = c.field
      and (l.changed_at, l.change_id) > (c.changed_at, c.change_id)
  )
order by c.user_id, c.field;
