-- mistake: compares days without their time, so of two changes on one day the larger change_id wins
select user_id, field, value
from (
  select user_id, field, value,
         row_number() over (partition by user_id, field order by changed_at::date desc, change_id desc) as n
  from profile_changes
) latest_first
where n = 1
  and value is not null
order by user_id, field;
