-- mistake: reads without a lock, so the second visitor overwrites the first
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create function increase(p_counter int) returns int language plpgsql as $$
declare
  v int;
begin
  select value into v from counters where counter_id = p_counter;
  update counters set value = v + 1 where counter_id = p_counter;
  return v + 1;
end $$;
