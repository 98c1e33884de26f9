-- mistake: goes through the payment numbers in sight, so the problems of others are not found
select n as payment_no, l.amount as our_amount, f.amount as their_amount,
       case when l.amount is null then 'not in ledger' when f.amount is null then 'not in card file' else 'amounts differ' end as problem
from generate_series(501, 509) as n
left join ledger l on l.payment_no = n
left join card_file f on f.payment_no = n
where l.amount is distinct from f.amount
order by payment_no;
