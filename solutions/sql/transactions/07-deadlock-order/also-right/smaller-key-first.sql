begin;
update accounts set balance = balance + case when account_id = :from then -:amount else :amount end
where account_id = least(:from, :to);
update accounts set balance = balance + case when account_id = :from then -:amount else :amount end
where account_id = greatest(:from, :to);
commit;
