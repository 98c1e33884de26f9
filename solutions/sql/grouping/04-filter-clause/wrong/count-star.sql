-- mistake: count(*) counts 1 for a user who never tried
select u.user_id, u.name, count(*) as attempts, count(*) filter (where not l.succeeded) as failed,
       count(distinct l.device) filter (where l.succeeded) as devices, max(l.tried_at) filter (where l.succeeded) as last_success
from users u left join logins l using (user_id)
group by u.user_id
order by u.user_id;
