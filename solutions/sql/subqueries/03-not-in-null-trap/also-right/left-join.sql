select u.user_id, u.name
from users u
left join invitations i on i.inviter_id = u.user_id and i.accepted
where i.invitation_id is null
order by u.user_id;
