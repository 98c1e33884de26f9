-- mistake: brings back users without any login, but not those who have logins in other months only
select u.user_id, u.name, l.logged_in_on, l.device
from users u
left join logins l on l.user_id = u.user_id
where l.logged_in_on between '2026-03-01' and '2026-03-31' or l.logged_in_on is null
order by u.user_id, l.logged_in_on, l.device;
