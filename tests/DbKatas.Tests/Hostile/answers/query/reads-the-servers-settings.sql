-- attack (not yet): where the server keeps its files
select 1, setting from pg_settings where name in ('data_directory', 'hba_file')
