-- attack (did not run): everything that the session remembers
discard all
