select e.employee_id, e.name, up.name as manager, down.reports
from employees e
left join lateral (select m.name from employees m where m.employee_id = e.manager_id) up on true
cross join lateral (select count(*) as reports from employees r where r.manager_id = e.employee_id) down
order by 1;
