-- mistake: sorts the actors of a film by the number of their roles before the name
select f.film_id, f.title, a.name as actor, count(*) as roles
from films f
join castings c on c.film_id = f.film_id
join actors a on a.actor_id = c.actor_id
group by f.film_id, f.title, a.actor_id, a.name
order by f.title, f.film_id, roles, actor;
