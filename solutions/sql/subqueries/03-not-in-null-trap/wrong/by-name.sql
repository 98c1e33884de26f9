-- mistake: compares names, and two users have the same one
select user_id, name
from users
where name not in (select u.name from users u join invitations i on i.inviter_id = u.user_id where i.accepted)
order by user_id;
