select u.user_id, u.name,
       count(l.login_id) as attempts,
       coalesce(sum(case when l.succeeded = false then 1 end), 0) as failed,
       count(distinct case when l.succeeded then l.device end) as devices,
       max(case when l.succeeded then l.tried_at end) as last_success
from users u left join logins l using (user_id)
group by u.user_id, u.name
order by u.user_id;
