-- mistake: the index is on the column of ORDER BY
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create index on parcels (parcel_id);
