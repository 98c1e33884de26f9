select user_id, name
from users
where user_id not in (select inviter_id from invitations where accepted and inviter_id is not null)
order by user_id;
