-- mistake: messages of the same moment share a number, so there can be more than three
with numbered as (
  select conversation_id, body, rank() over (partition by conversation_id order by sent_at desc) as recency
  from messages
  where not deleted
)
select c.conversation_id, c.title, n.recency, n.body
from conversations c
left join numbered n on n.conversation_id = c.conversation_id and n.recency <= 3
order by c.conversation_id, n.recency;
