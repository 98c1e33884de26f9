select u.user_id, u.name, m.logged_in_on, m.device
from users u
left join lateral (
  select l.logged_in_on, l.device
  from logins l
  where l.user_id = u.user_id
    and extract(year from l.logged_in_on) = 2026 and extract(month from l.logged_in_on) = 3
) m on true
order by u.user_id, m.logged_in_on, m.device;
