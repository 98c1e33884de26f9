-- attack (did not run): a lock that nobody gets past
lock table t in access exclusive mode
