-- mistake: cleared fields are listed with NULL
select distinct on (user_id, field) user_id, field, value
from profile_changes
order by user_id, field, changed_at desc, change_id desc;
