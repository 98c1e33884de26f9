-- mistake: one row for every role, so an actor with two roles is listed twice
select f.film_id, f.title, a.name as actor, 1 as roles
from films f
join castings c on c.film_id = f.film_id
join actors a on a.actor_id = c.actor_id
order by f.title, f.film_id, actor;
