-- mistake: SUM over no rows is NULL, where 0 is asked for
select count(*) as pupils, count(club) as chosen,
       sum(case when club is null then 1 else 0 end) as undecided,
       count(distinct club) as clubs
from pupils;
