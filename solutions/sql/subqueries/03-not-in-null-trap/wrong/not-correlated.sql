-- mistake: the subquery does not look at the user, so it finds an invitation for everybody
select u.user_id, u.name
from users u
where not exists (select from invitations i where i.accepted)
order by u.user_id;
