-- mistake: counts a report only when his or her number is higher than the manager's, as it is in sight
select e.employee_id, e.name, m.name as manager, count(r.employee_id) as reports
from employees e
left join employees m on m.employee_id = e.manager_id
left join employees r on r.manager_id = e.employee_id and r.employee_id > e.employee_id
group by e.employee_id, e.name, m.name
order by e.employee_id;
