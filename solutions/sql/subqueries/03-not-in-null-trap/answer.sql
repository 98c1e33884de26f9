select u.user_id, u.name
from users u
where not exists (select from invitations i
                  where i.inviter_id = u.user_id and i.accepted)
order by u.user_id;
