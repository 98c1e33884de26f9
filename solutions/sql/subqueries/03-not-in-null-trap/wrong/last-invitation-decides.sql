-- mistake: looks at a user's last invitation alone, so an accepted one before it is forgotten
select u.user_id, u.name
from users u
left join (select distinct on (inviter_id) inviter_id, accepted
           from invitations
           order by inviter_id, invitation_id desc) last on last.inviter_id = u.user_id
where last.accepted is not true
order by u.user_id;
