-- mistake: the second join has no condition, so every role is given to every actor
select f.film_id, f.title, a.name as actor, count(*) as roles
from films f
join castings c on c.film_id = f.film_id
cross join actors a
group by f.film_id, f.title, a.actor_id, a.name
order by f.title, f.film_id, actor;
