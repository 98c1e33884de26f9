-- mistake: the condition in WHERE drops the conversations without messages, whose number is NULL
with numbered as (
  select conversation_id, body,
         row_number() over (partition by conversation_id order by sent_at desc, message_id desc) as recency
  from messages
  where not deleted
)
select c.conversation_id, c.title, n.recency, n.body
from conversations c
left join numbered n on n.conversation_id = c.conversation_id
where n.recency <= 3
order by c.conversation_id, n.recency;
