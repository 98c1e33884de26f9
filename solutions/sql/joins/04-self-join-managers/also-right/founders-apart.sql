select e.employee_id, e.name, m.name as manager, (select count(*) from employees where manager_id = e.employee_id) as reports
from employees e, employees m
where e.manager_id = m.employee_id
union all
select f.employee_id, f.name, null, (select count(*) from employees where manager_id = f.employee_id)
from employees f
where f.manager_id is null
order by employee_id;
