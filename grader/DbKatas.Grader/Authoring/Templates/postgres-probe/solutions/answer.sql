-- TODO(author): the answer that an expert would write.
create table things (
  thing_id int primary key,
  name     text not null,
  price    numeric check (price > 0)
);
