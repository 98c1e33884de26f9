-- mistake: the latest change of each user instead of each user's field
select user_id, field, value
from (select user_id, field, value,
             row_number() over (partition by user_id order by changed_at desc, change_id desc) as n
      from profile_changes) latest_first
where n = 1 and value is not null
order by user_id, field;
