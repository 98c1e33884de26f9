-- mistake: LIMIT 3 limits the whole result, not each conversation
select c.conversation_id, c.title,
       row_number() over (partition by c.conversation_id order by m.sent_at desc, m.message_id desc) as recency, m.body
from conversations c
left join messages m on m.conversation_id = c.conversation_id and not m.deleted
order by c.conversation_id, recency
limit 3;
