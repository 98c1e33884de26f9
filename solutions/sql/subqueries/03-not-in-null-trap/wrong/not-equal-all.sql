-- mistake: <> ALL with a NULL in the list is never true either
select user_id, name
from users
where user_id <> all (select inviter_id from invitations where accepted)
order by user_id;
