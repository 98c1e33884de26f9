select u.user_id, u.name, l.logged_in_on, l.device
from users u
join logins l on l.user_id = u.user_id
where date_trunc('month', l.logged_in_on) = '2026-03-01'
union all
select u.user_id, u.name, null, null
from users u
where not exists (select from logins l
                  where l.user_id = u.user_id and date_trunc('month', l.logged_in_on) = '2026-03-01')
order by user_id, logged_in_on, device;
