select u.user_id, u.name,
       (select count(*) from logins l where l.user_id = u.user_id) as attempts,
       (select count(*) from logins l where l.user_id = u.user_id and not succeeded) as failed,
       (select count(distinct device) from logins l where l.user_id = u.user_id and succeeded) as devices,
       (select tried_at from logins l where l.user_id = u.user_id and succeeded order by tried_at desc limit 1) as last_success
from users u
order by 1;
