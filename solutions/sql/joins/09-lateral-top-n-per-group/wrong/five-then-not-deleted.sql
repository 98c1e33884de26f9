-- mistake: looks at the five newest messages alone, and more than two of them may be deleted
select c.conversation_id, c.title, m.recency, m.body
from conversations c
left join lateral (
  select row_number() over (order by sent_at desc, message_id desc) as recency, body
  from (select * from messages where conversation_id = c.conversation_id order by sent_at desc, message_id desc limit 5) newest
  where not deleted
  order by recency
  limit 3
) m on true
order by c.conversation_id, m.recency;
