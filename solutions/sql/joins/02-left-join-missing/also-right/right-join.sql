select u.user_id, u.name, l.logged_in_on, l.device
from logins l
right join users u on u.user_id = l.user_id and to_char(l.logged_in_on, 'YYYY-MM') = '2026-03'
order by 1, 3, 4;
