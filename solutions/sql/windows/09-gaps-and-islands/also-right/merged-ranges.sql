select p.pupil, lower(r.streak) as first_day, upper(r.streak) - 1 as last_day, upper(r.streak) - lower(r.streak) as days
from (select pupil, range_agg(daterange(started_at::date, started_at::date + 1)) as streaks from lessons group by pupil) p
cross join lateral unnest(p.streaks) as r(streak)
where upper(r.streak) - lower(r.streak) >= 2
order by p.pupil, first_day;
