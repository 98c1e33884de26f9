-- mistake: of several changes at the same moment, one that clears the field wins, whatever its change_id
select user_id, field, value
from (
  select user_id, field, value,
         row_number() over (partition by user_id, field order by changed_at desc, value is null desc, change_id desc) as n
  from profile_changes
) latest_first
where n = 1
  and value is not null
order by user_id, field;
