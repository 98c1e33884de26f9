-- mistake: takes the three oldest messages
select c.conversation_id, c.title, m.recency, m.body
from conversations c
left join lateral (
  select row_number() over (order by sent_at, message_id) as recency, body
  from messages
  where conversation_id = c.conversation_id and not deleted
  order by sent_at, message_id
  limit 3
) m on true
order by c.conversation_id, m.recency;
