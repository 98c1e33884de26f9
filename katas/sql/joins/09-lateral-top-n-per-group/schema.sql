create table conversations (
  conversation_id int primary key,
  title           text not null
);

create table messages (
  message_id      int primary key,
  conversation_id int not null references conversations,
  sent_at         timestamp not null,
  body            text not null,
  deleted         boolean not null
);

insert into conversations values
  (1, 'Trip to Porto'),    -- more than three messages, the newest deleted
  (2, 'Homework'),         -- two sent at the same moment, on the edge of the three
  (3, 'Recipes'),          -- fewer than three
  (4, 'New chat'),         -- no message
  (5, 'Birthday party');   -- all messages deleted

insert into messages values
  (101, 1, '2026-04-01 10:00', 'I want to go to Porto',  false),
  (102, 1, '2026-04-01 10:02', 'In May',                 false),
  (103, 1, '2026-04-01 10:05', 'Book it',                false),  -- arrived before 104, sent after it
  (104, 1, '2026-04-01 10:03', 'By train or by plane?',  false),
  (105, 1, '2026-04-01 10:09', 'Forget it',              true),
  (106, 2, '2026-04-02 16:00', 'What is a fraction?',    false),  -- loses to 107 by its message_id
  (107, 2, '2026-04-02 16:00', 'Please',                 false),
  (108, 2, '2026-04-02 16:01', 'A part of a whole',      false),
  (109, 2, '2026-04-02 16:04', 'Thanks',                 false),
  (110, 3, '2026-04-01 08:00', 'Soup',                   false),
  (111, 3, '2026-04-01 08:00', 'More soup',              false),  -- the same moment: the larger message_id is the newer
  (112, 5, '2026-04-03 12:00', 'A surprise',             true);
