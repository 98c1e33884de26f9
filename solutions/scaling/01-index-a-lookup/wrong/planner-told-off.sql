-- mistake: forbidding the server the full scan does not give it a better way
set enable_seqscan = off;
alter role current_user set enable_seqscan = off;
