-- attack (did not run): rights of the role that owns every table
grant dbkatas_owner to current_user with admin option
