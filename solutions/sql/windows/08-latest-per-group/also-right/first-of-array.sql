select user_id, field, (array_agg(value order by changed_at desc, change_id desc))[1] as value
from profile_changes
group by user_id, field
having (array_agg(value order by changed_at desc, change_id desc))[1] is not null
order by 1, 2;
