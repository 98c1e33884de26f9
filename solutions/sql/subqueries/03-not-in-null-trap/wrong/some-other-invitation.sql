-- mistake: asks for users with an invitation that was not successful
select distinct u.user_id, u.name
from users u join invitations i on i.inviter_id = u.user_id
where i.accepted is not true
order by u.user_id;
