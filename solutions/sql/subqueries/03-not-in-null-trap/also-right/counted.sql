select u.user_id, u.name
from users u left join invitations i on i.inviter_id = u.user_id
group by u.user_id
having bool_or(i.accepted) is not true
order by u.user_id;
