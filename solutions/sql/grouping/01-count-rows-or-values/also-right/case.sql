select count(pupil_id) as pupils,
       coalesce(sum(case when club is null then 0 else 1 end), 0) as chosen,
       count(case when club is null then 'undecided' end) as undecided,
       count(distinct club) as clubs
from pupils;
