-- mistake: names the founders that are there today, so a new one is dropped
select e.employee_id, e.name, m.name as manager,
       (select count(*) from employees r where r.manager_id = e.employee_id) as reports
from employees e join employees m on m.employee_id = e.manager_id
union all
select e.employee_id, e.name, null, (select count(*) from employees r where r.manager_id = e.employee_id)
from employees e
where e.employee_id in (1, 7)
order by employee_id;
