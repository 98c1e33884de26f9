-- mistake: asks for the three fields that users have changed so far
select user_id, field, value
from (
  select user_id, field, value,
         row_number() over (partition by user_id, field order by changed_at desc, change_id desc) as n
  from profile_changes
  where field in ('bio', 'city', 'language')
) latest_first
where n = 1
  and value is not null
order by user_id, field;
