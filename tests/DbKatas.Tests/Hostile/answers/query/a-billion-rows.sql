-- attack (not yet): a billion rows
select generate_series(1, 1000000000), 'x'
