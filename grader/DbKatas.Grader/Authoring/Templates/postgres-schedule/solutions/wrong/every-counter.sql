-- mistake: counts at every door
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create function increase(p_counter int) returns int language sql as $$
  update counters set value = value + 1; select value from counters where counter_id = p_counter;
$$;
