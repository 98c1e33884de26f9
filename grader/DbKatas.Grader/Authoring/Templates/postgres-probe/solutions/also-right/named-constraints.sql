-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
create table things (
  thing_id int,
  name     text constraint things_have_names not null,
  price    numeric,
  constraint things_key primary key (thing_id),
  constraint things_cost_something check (price > 0)
);
