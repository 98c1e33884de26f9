-- TODO(author): tables of your own, and a few rows. Each row is there for a reason: say it in a comment.
create table things (
  thing_id int primary key,
  price    numeric(8, 2) not null
);

insert into things values (1, 10.00), (2, 30.00);
