-- attack (did not run): all rights there are
alter role current_user superuser
