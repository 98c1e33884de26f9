-- attack (not yet): what others are running this moment
select count(*)::int, max(query) from pg_stat_activity where usename <> current_user and query <> '<insufficient privilege>'
