select user_id, u.name, coalesce(good.n, 0) + coalesce(bad.n, 0) as attempts, coalesce(bad.n, 0) as failed,
       coalesce(good.devices, 0) as devices, good.last_success
from users u
left join (select user_id, count(*) as n, count(distinct device) as devices, max(tried_at) as last_success
           from logins where succeeded group by user_id) good using (user_id)
left join (select user_id, count(*) as n from logins where not succeeded group by user_id) bad using (user_id)
order by user_id;
