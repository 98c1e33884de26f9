-- attack (did not run): writing in spite of all
select set_config('transaction_read_only', 'off', false), lo_create(0)::text
