-- mistake: NOT IN with a NULL in the list is never true, so the result is empty
select user_id, name
from users
where user_id not in (select inviter_id from invitations where accepted)
order by user_id;
