select g.user_id, g.field, l.value
from (select distinct user_id, field from profile_changes) g
cross join lateral (
  select c.value
  from profile_changes c
  where c.user_id = g.user_id and c.field = g.field
  order by c.changed_at desc, c.change_id desc
  limit 1
) l
where l.value is not null
order by g.user_id, g.field;
