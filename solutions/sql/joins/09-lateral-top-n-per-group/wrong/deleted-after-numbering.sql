-- mistake: deleted messages are numbered before they are removed, so they take a place
with numbered as (
  select conversation_id, body, deleted,
         row_number() over (partition by conversation_id order by sent_at desc, message_id desc) as recency
  from messages
)
select c.conversation_id, c.title, n.recency, n.body
from conversations c
left join numbered n on n.conversation_id = c.conversation_id and n.recency <= 3 and not n.deleted
order by c.conversation_id, n.recency;
