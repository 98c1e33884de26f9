-- mistake: shows a text that was sent twice only once
select c.conversation_id, c.title, m.recency, m.body
from conversations c
left join lateral (
  select row_number() over (order by max(sent_at) desc, max(message_id) desc) as recency, body
  from messages
  where conversation_id = c.conversation_id
    and not deleted
  group by body
  order by recency
  limit 3
) m on true
order by c.conversation_id, m.recency;
