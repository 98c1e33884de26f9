-- mistake: two pupils of the same name are taken for one
select count(distinct name) as pupils, count(club) as chosen, count(distinct name) - count(club) as undecided, count(distinct club) as clubs
from pupils;
