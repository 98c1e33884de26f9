-- mistake: names the devices in sight, so a login with another one is lost
select u.user_id, u.name, l.logged_in_on, l.device
from users u
left join logins l on l.user_id = u.user_id
                  and l.logged_in_on between '2026-03-01' and '2026-03-31'
                  and l.device in ('phone', 'laptop', 'tablet')
order by u.user_id, l.logged_in_on, l.device;
