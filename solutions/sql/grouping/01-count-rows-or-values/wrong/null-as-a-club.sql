-- mistake: NULL is counted as one more club
select count(*) as pupils, count(club) as chosen, count(*) - count(club) as undecided,
       (select count(*) from (select distinct club from pupils) c) as clubs
from pupils;
