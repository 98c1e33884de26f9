-- mistake: leaves out the one film in sight that has no actors, by its title
select f.film_id, f.title, a.name as actor, count(*) as roles
from films f
left join castings c on c.film_id = f.film_id
left join actors a on a.actor_id = c.actor_id
where f.title <> 'Under the Ice'
group by f.film_id, f.title, a.actor_id, a.name
order by f.title, f.film_id, actor;
