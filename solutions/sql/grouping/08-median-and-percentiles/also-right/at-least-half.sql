select p.page, count(s.ms) as answered, round(avg(s.ms), 1) as mean,
       (min(s.ms) filter (where s.share >= 0.5) + max(s.ms) filter (where s.share_above >= 0.5)) / 2.0 as median,
       min(s.ms) filter (where s.share >= 0.9) as p90
from (select distinct page from searches) p
left join (select page, ms,
                  (select count(*)::numeric from searches b where b.page = a.page and b.ms <= a.ms) / count(*) over (partition by page) as share,
                  (select count(*)::numeric from searches b where b.page = a.page and b.ms >= a.ms) / count(*) over (partition by page) as share_above
           from searches a
           where ms is not null) s using (page)
group by p.page
order by p.page;
