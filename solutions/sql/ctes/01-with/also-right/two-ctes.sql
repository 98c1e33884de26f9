with watched as (
  select show_id, sum(minutes) as minutes from plays group by show_id
),
usual as (
  select (select sum(minutes) from plays)::numeric / nullif(count(*), 0) as minutes from shows
)
select s.show_id, s.title, w.minutes
from usual u
join watched w on w.minutes > u.minutes
join shows s on s.show_id = w.show_id
order by 3 desc, 1;
