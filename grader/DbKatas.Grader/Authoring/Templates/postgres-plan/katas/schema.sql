-- TODO(author): the tables, without rows: those are made in data.sql.
create table parcels (
  parcel_id int primary key,
  sender_id int not null,
  total numeric(10, 2) not null
);
