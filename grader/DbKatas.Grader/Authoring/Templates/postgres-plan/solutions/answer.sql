-- TODO(author): the answer that an expert would write.
create index parcels_by_sender on parcels (sender_id);
