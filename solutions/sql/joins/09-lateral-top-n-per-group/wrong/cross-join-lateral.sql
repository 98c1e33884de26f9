-- mistake: conversations without messages are dropped
select c.conversation_id, c.title, m.recency, m.body
from conversations c
cross join lateral (
  select row_number() over (order by sent_at desc, message_id desc) as recency, body
  from messages
  where conversation_id = c.conversation_id and not deleted
  order by sent_at desc, message_id desc
  limit 3
) m
order by c.conversation_id, m.recency;
