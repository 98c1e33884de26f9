select f.film_id, f.title, a.name as actor, c.roles
from actors a
cross join lateral (
  select film_id, count(*) as roles from castings where actor_id = a.actor_id group by film_id
) c
join films f on f.film_id = c.film_id
order by 2, 1, 3;
