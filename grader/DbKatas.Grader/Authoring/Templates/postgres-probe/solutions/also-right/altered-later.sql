-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
create table things (thing_id int, name text, price numeric);
alter table things
  add primary key (thing_id),
  alter column name set not null,
  add check (not price <= 0);
