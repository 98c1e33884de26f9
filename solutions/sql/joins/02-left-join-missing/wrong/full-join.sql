-- mistake: a FULL JOIN also keeps logins that belong to nobody or to other months
select u.user_id, u.name, l.logged_in_on, l.device
from users u
full join logins l on l.user_id = u.user_id
                  and l.logged_in_on between '2026-03-01' and '2026-03-31'
order by u.user_id, l.logged_in_on, l.device;
