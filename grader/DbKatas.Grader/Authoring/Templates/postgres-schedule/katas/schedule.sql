-- TODO(author): what happens, step by step, in at most four sessions.
-- schedule: two visitors at the same time
-- session a
begin;
select increase(1);
-- session b
begin;
select increase(1);
-- session a
commit;
-- session b
commit;
select value from counters where counter_id = 1;

-- schedule: two visitors at two doors, where nobody has to wait
-- session a
begin;
select increase(1);
-- session b
begin;
select increase(2);
commit;
-- session a
commit;
