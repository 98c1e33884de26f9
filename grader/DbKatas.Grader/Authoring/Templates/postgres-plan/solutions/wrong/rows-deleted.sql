-- mistake: the rows of all others are deleted
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
delete from parcels where sender_id <> 217;
