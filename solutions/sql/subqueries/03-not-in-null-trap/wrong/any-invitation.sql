-- mistake: asks for users without any invitation instead of users without a successful one
select u.user_id, u.name
from users u
where not exists (select from invitations i where i.inviter_id = u.user_id)
order by u.user_id;
