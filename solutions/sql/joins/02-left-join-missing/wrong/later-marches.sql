-- mistake: takes every March from 2026 on, also that of 2027
select u.user_id, u.name, l.logged_in_on, l.device
from users u
left join logins l on l.user_id = u.user_id
                  and l.logged_in_on >= '2026-03-01'
                  and extract(month from l.logged_in_on) = 3
order by u.user_id, l.logged_in_on, l.device;
