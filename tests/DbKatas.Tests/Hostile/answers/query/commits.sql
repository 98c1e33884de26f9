-- attack (did not run): the end of the transaction that it stands in
commit
