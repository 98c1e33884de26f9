-- mistake: nothing is equal to NULL, so nobody seems undecided
select count(*) as pupils, count(club) as chosen, count(case when club = null then 1 end) as undecided, count(distinct club) as clubs
from pupils;
