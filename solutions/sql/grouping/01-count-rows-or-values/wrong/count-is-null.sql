-- mistake: count(club is null) counts every row, since "false" is a value too
select count(*) as pupils, count(club) as chosen, count(club is null) as undecided, count(distinct club) as clubs
from pupils;
