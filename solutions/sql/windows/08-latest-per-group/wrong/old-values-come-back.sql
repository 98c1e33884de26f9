-- mistake: cleared fields are filtered out first, so an older value comes back
select user_id, field, value
from (select user_id, field, value,
             row_number() over (partition by user_id, field order by changed_at desc, change_id desc) as n
      from profile_changes
      where value is not null) latest_first
where n = 1
order by user_id, field;
