-- mistake: the star returns all five columns instead of the two that were asked for
select *
from pupils;
