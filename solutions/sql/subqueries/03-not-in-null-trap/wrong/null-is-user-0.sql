-- mistake: turns NULL into 0, and there may be a user with the number 0
select u.user_id, u.name
from users u
where u.user_id not in (select coalesce(inviter_id, 0) from invitations where accepted)
order by u.user_id;
