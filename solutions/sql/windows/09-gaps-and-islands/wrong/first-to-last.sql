-- mistake: one streak a pupil, from the first day to the last, over all gaps
select pupil, min(started_at::date) as first_day, max(started_at::date) as last_day, count(distinct started_at::date) as days
from lessons
group by pupil
having count(distinct started_at::date) >= 2
order by pupil, first_day;
