with team as (
  select manager_id, count(*) as reports
  from employees
  where manager_id is not null
  group by manager_id
)
select e.employee_id, e.name, m.name as manager, coalesce(t.reports, 0) as reports
from employees e
left join employees m on m.employee_id = e.manager_id
left join team t on t.manager_id = e.employee_id
order by e.employee_id;
