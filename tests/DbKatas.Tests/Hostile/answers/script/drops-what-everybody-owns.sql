-- attack (not yet): all that the owner of every table owns
drop owned by dbkatas_owner cascade
