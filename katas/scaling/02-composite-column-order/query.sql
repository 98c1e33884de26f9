-- The account page: the latest ten logins of a user since the year began.
select happened_at, address, succeeded
from logins
where user_id = 42 and happened_at >= '2026-01-01'
order by happened_at desc
limit 10;

-- The monthly report: how often the user logged in in February.
select count(*)
from logins
where user_id = 42 and happened_at >= '2026-02-01' and happened_at < '2026-03-01';
