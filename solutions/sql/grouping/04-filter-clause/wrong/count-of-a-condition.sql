-- mistake: count(not succeeded) counts every attempt, since "false" is a value too
select u.user_id, u.name, count(l.login_id) as attempts, count(not l.succeeded) as failed,
       count(distinct l.device) filter (where l.succeeded) as devices, max(l.tried_at) filter (where l.succeeded) as last_success
from users u left join logins l using (user_id)
group by u.user_id
order by u.user_id;
