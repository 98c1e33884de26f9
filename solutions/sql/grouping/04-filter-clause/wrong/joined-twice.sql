-- mistake: good and bad attempts joined side by side multiply each other
select u.user_id, u.name, count(good.login_id) + count(bad.login_id) as attempts, count(bad.login_id) as failed,
       count(distinct good.device) as devices, max(good.tried_at) as last_success
from users u
left join logins good on good.user_id = u.user_id and good.succeeded
left join logins bad on bad.user_id = u.user_id and not bad.succeeded
group by u.user_id
order by u.user_id;
