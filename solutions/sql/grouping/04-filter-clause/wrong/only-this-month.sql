-- mistake: takes only attempts of March 2026, the month in sight
select u.user_id, u.name, count(l.login_id) as attempts, count(*) filter (where not l.succeeded) as failed,
       count(distinct l.device) filter (where l.succeeded) as devices, max(l.tried_at) filter (where l.succeeded) as last_success
from users u left join logins l on l.user_id = u.user_id and l.tried_at >= '2026-03-01' and l.tried_at < '2026-04-01'
group by u.user_id
order by u.user_id;
