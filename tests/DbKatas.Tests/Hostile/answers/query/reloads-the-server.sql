-- attack (did not run): a reload of the settings
select 1, pg_reload_conf()::text
