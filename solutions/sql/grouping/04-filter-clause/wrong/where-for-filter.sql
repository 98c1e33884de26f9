-- mistake: WHERE takes the failed attempts away from every number, and with them the users who only failed
select u.user_id, u.name, count(l.login_id) as attempts, count(*) filter (where not l.succeeded) as failed,
       count(distinct l.device) as devices, max(l.tried_at) as last_success
from users u left join logins l using (user_id)
where l.succeeded
group by u.user_id
order by u.user_id;
