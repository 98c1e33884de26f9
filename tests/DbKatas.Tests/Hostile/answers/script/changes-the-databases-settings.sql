-- attack (did not run): what whoever connects next is given
alter database postgres set search_path = public
