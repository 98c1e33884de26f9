-- TODO(author): the answer that an expert would write.
create function increase(p_counter int) returns int language sql as $$
  update counters set value = value + 1 where counter_id = p_counter returning value;
$$;
