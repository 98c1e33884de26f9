-- mistake: takes users whose last login was not in March for absent, also when they came in March and again in April
select u.user_id, u.name, l.logged_in_on, l.device
from users u
join logins l on l.user_id = u.user_id and l.logged_in_on between '2026-03-01' and '2026-03-31'
union all
select u.user_id, u.name, null, null
from users u
left join logins l on l.user_id = u.user_id
group by u.user_id
having max(l.logged_in_on) is null or max(l.logged_in_on) not between '2026-03-01' and '2026-03-31'
order by user_id, logged_in_on, device;
