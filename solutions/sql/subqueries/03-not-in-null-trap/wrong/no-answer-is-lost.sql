-- mistake: = false does not find invitations without an answer
select u.user_id, u.name
from users u left join invitations i on i.inviter_id = u.user_id
group by u.user_id
having count(i.invitation_id) = count(*) filter (where i.accepted = false)
order by u.user_id;
