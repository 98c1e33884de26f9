-- mistake: the full scan is forbidden, and there is no other way
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
set enable_seqscan = off;
