-- attack (did not run): the server's settings
alter system set fsync = on
