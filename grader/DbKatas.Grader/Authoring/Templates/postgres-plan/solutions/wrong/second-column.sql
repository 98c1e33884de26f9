-- mistake: the sender is the second column of the index
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create index on parcels (total, sender_id);
