select f.film_id, f.title, a.name as actor,
       (select count(*) from castings c where c.film_id = f.film_id and c.actor_id = a.actor_id) as roles
from films f
cross join actors a
where exists (select from castings c where c.film_id = f.film_id and c.actor_id = a.actor_id)
order by f.title, f.film_id, a.name;
