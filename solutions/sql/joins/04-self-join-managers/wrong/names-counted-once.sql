-- mistake: counts the different names of the reports, so two reports of one name count as one
select e.employee_id, e.name, m.name as manager, count(distinct r.name) as reports
from employees e
left join employees m on m.employee_id = e.manager_id
left join employees r on r.manager_id = e.employee_id
group by e.employee_id, e.name, m.name
order by e.employee_id;
