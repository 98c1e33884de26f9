select count(*)               as pupils,
       count(club)            as chosen,
       count(*) - count(club) as undecided,
       count(distinct club)   as clubs
from pupils;
