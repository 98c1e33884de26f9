-- mistake: does not count a report who is also the employee's manager
select e.employee_id, e.name, m.name as manager,
       (select count(*) from employees r where r.manager_id = e.employee_id and r.employee_id is distinct from e.manager_id) as reports
from employees e left join employees m on m.employee_id = e.manager_id
order by e.employee_id;
