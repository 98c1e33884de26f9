-- mistake: the join looks down instead of up, so a report is shown as the manager
select e.employee_id, e.name, m.name as manager, count(r.employee_id) as reports
from employees e
left join employees m on m.manager_id = e.employee_id
left join employees r on r.manager_id = e.employee_id
group by e.employee_id, e.name, m.name
order by e.employee_id;
