-- mistake: an inner join downwards drops everybody without reports
select e.employee_id, e.name, m.name as manager, count(r.employee_id) as reports
from employees e
left join employees m on m.employee_id = e.manager_id
join employees r on r.manager_id = e.employee_id
group by e.employee_id, e.name, m.name
order by e.employee_id;
