-- mistake: WHERE looks at one invitation at a time, so a user with a refused and an accepted one stays on the list
select distinct u.user_id, u.name
from users u left join invitations i on i.inviter_id = u.user_id
where i.accepted is not true
order by u.user_id;
