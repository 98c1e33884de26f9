select employee_id,
       name,
       (select m.name from employees m where m.employee_id = e.manager_id) as manager,
       (select count(*) from employees r where r.manager_id = e.employee_id) as reports
from employees e
order by employee_id;
