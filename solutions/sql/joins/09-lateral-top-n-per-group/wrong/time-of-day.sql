-- mistake: sorts by the time of day, which is no order for a conversation that goes on the next day
select c.conversation_id, c.title, m.recency, m.body
from conversations c
left join lateral (
  select row_number() over (order by sent_at::time desc, message_id desc) as recency, body
  from messages
  where conversation_id = c.conversation_id
    and not deleted
  order by recency
  limit 3
) m on true
order by c.conversation_id, m.recency;
