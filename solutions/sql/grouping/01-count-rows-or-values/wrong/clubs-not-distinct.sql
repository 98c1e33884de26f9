-- mistake: counts a club once for every pupil in it
select count(*) as pupils, count(club) as chosen, count(*) - count(club) as undecided, count(club) as clubs
from pupils;
