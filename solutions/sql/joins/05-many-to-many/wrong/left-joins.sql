-- mistake: a film without actors is listed with a NULL actor
select f.film_id, f.title, a.name as actor, count(a.actor_id) as roles
from films f
left join castings c on c.film_id = f.film_id
left join actors a on a.actor_id = c.actor_id
group by f.film_id, f.title, a.actor_id, a.name
order by f.title, f.film_id, actor;
