select (select count(*) from pupils) as pupils,
       (select count(*) from pupils where club is not null) as chosen,
       (select count(*) from pupils where club is null) as undecided,
       (select count(*) from (select distinct club from pupils where club is not null) c) as clubs;
