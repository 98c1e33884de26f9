-- mistake: decides between changes of the same moment by their value instead of their change_id
select user_id, field, value
from (
  select user_id, field, value,
         row_number() over (partition by user_id, field order by changed_at desc, value nulls first) as n
  from profile_changes
) latest_first
where n = 1
  and value is not null
order by user_id, field;
