-- mistake: WHERE takes the undecided pupils away before anything is counted
select count(*) as pupils, count(club) as chosen, count(*) - count(club) as undecided, count(distinct club) as clubs
from pupils
where club is not null;
