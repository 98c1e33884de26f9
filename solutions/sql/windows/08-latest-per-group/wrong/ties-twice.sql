-- mistake: two changes at the same moment are both taken for the latest
select c.user_id, c.field, c.value
from profile_changes c
join (select user_id, field, max(changed_at) as changed_at from profile_changes group by user_id, field) l
  on l.user_id = c.user_id and l.field = c.field and l.changed_at = c.changed_at
where c.value is not null
order by c.user_id, c.field;
