with march as (
  select user_id, logged_in_on, device
  from logins
  where logged_in_on between '2026-03-01' and '2026-03-31'
)
select user_id, name, logged_in_on, device
from users
left join march using (user_id)
order by user_id, logged_in_on, device;
