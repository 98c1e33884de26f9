-- attack (did not run): JSON that is deeper than any stack
select 1, repeat('[', 1000000)::json::text
