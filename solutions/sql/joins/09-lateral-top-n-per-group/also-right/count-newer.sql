with counted as (
  select m.conversation_id, m.body, 1 + count(newer.message_id) as recency
  from messages m
  left join messages newer on newer.conversation_id = m.conversation_id
                          and not newer.deleted
                          and (newer.sent_at, newer.message_id) > (m.sent_at, m.message_id)
  where not m.deleted
  group by m.message_id
  having count(newer.message_id) < 3
)
select conversation_id, title, recency, body
from conversations
left join counted using (conversation_id)
order by conversation_id, recency;
