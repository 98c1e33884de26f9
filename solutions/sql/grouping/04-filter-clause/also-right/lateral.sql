select u.user_id, u.name, t.*
from users u,
     lateral (select count(*) as attempts, count(nullif(succeeded, true)) as failed,
                     cardinality(array(select distinct device from logins d where d.user_id = u.user_id and d.succeeded and d.device is not null)) as devices,
                     max(tried_at) filter (where succeeded) as last_success
              from logins l where l.user_id = u.user_id) t
order by u.user_id;
