select count(*) as pupils,
       count(*) filter (where club is not null) as chosen,
       count(*) filter (where club is null) as undecided,
       count(distinct club) as clubs
from pupils;
