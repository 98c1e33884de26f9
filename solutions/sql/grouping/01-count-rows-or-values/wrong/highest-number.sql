-- mistake: takes the highest number for the number of pupils
select max(pupil_id) as pupils, count(club) as chosen, max(pupil_id) - count(club) as undecided, count(distinct club) as clubs
from pupils;
