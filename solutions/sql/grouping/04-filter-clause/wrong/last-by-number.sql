-- mistake: takes the attempt with the highest number for the last one, but the time decides
select u.user_id, u.name, count(l.login_id) as attempts, count(*) filter (where not l.succeeded) as failed,
       count(distinct l.device) filter (where l.succeeded) as devices,
       (array_agg(l.tried_at order by l.login_id desc) filter (where l.succeeded))[1] as last_success
from users u left join logins l using (user_id)
group by u.user_id
order by u.user_id;
