-- mistake: joins the invitations too, so a user with two refused ones is listed twice
select u.user_id, u.name
from users u
left join invitations i on i.inviter_id = u.user_id
where u.user_id not in (select inviter_id from invitations where accepted and inviter_id is not null)
order by u.user_id;
