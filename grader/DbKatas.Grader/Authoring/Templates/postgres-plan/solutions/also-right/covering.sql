-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
create index on parcels (sender_id, parcel_id) include (total);
