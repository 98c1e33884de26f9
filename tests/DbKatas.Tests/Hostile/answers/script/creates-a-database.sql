-- attack (did not run): a database of its own
create database mine
