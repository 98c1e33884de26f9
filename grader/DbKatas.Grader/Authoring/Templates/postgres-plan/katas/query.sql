-- TODO(author): the query that is to be made cheap. Without this file the answer is the query.
select parcel_id, total
from parcels
where sender_id = 217
order by parcel_id;
