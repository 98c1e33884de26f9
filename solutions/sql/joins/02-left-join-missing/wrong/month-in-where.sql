-- mistake: the condition in WHERE removes the rows that the LEFT JOIN had kept
select u.user_id, u.name, l.logged_in_on, l.device
from users u
left join logins l on l.user_id = u.user_id
where l.logged_in_on between '2026-03-01' and '2026-03-31'
order by u.user_id, l.logged_in_on, l.device;
