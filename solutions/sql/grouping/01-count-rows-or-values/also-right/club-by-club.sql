select coalesce(sum(n), 0) as pupils, coalesce(sum(n) filter (where club is not null), 0) as chosen,
       coalesce(sum(n) filter (where club is null), 0) as undecided, count(club) as clubs
from (select club, count(*) as n from pupils group by club) per_club;
