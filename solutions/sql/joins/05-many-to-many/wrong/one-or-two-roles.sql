-- mistake: tells one role from several and takes several for two
select f.film_id, f.title, a.name as actor, case when min(c.role) = max(c.role) then 1 else 2 end as roles
from films f
join castings c on c.film_id = f.film_id
join actors a on a.actor_id = c.actor_id
group by f.film_id, f.title, a.actor_id, a.name
order by f.title, f.film_id, actor;
