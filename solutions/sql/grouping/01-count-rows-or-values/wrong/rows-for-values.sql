-- mistake: count(*) counts rows, so undecided pupils count as having chosen
select count(*) as pupils, count(*) as chosen, count(*) - count(club) as undecided, count(distinct club) as clubs
from pupils;
