-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
create function increase(p_counter int) returns int language sql as $$
  with counted as (update counters set value = 1 + value where counter_id = p_counter returning value) select value from counted;
$$;
