-- mistake: counts the reports of everybody who has the same name
select e.employee_id, e.name, m.name as manager, coalesce(t.reports, 0) as reports
from employees e
left join employees m on m.employee_id = e.manager_id
left join (select b.name, count(*) as reports
           from employees b join employees r on r.manager_id = b.employee_id
           group by b.name) t on t.name = e.name
order by e.employee_id;
