-- mistake: locks the whole table, so one door waits for the other
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create function increase(p_counter int) returns int language plpgsql as $$
declare
  v int;
begin
  lock table counters in exclusive mode;
  update counters set value = value + 1 where counter_id = p_counter returning value into v;
  return v;
end $$;
