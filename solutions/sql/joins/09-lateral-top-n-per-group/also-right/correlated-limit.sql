select c.conversation_id, c.title,
       row_number() over (partition by c.conversation_id order by m.sent_at desc, m.message_id desc) as recency,
       m.body
from conversations c
join messages m on m.conversation_id = c.conversation_id
where m.message_id in (
  select n.message_id from messages n
  where n.conversation_id = c.conversation_id and not n.deleted
  order by n.sent_at desc, n.message_id desc
  fetch first 3 rows only
)
union all
select conversation_id, title, null, null
from conversations
where conversation_id not in (select conversation_id from messages where not deleted)
order by conversation_id, recency;
