-- mistake: counts the clubs in sight only, so a new club is not counted
select count(*) as pupils, count(club) as chosen, count(*) - count(club) as undecided,
       count(distinct club) filter (where club in ('Chess', 'Choir', 'Robots')) as clubs
from pupils;
