select film_id, title, actor, roles
from (select distinct on (c.film_id, c.actor_id)
             c.film_id, f.title, a.name as actor, count(*) over (partition by c.film_id, c.actor_id) as roles
      from castings c, films f, actors a
      where f.film_id = c.film_id and a.actor_id = c.actor_id
      order by c.film_id, c.actor_id) pairs
order by title, film_id, actor;
