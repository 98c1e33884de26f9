select film_id, title, name as actor, roles
from (select film_id, actor_id, count(*) as roles from castings group by film_id, actor_id) pair
join films using (film_id)
join actors using (actor_id)
order by title, film_id, name;
