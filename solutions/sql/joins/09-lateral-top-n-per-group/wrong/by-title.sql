-- mistake: numbers the messages of a title, so two conversations with one title share three places
select conversation_id, title, recency, body
from (
  select c.conversation_id, c.title, m.message_id, m.body,
         case when m.message_id is not null
              then row_number() over (partition by c.title order by m.sent_at desc nulls last, m.message_id desc) end as recency
  from conversations c
  left join messages m on m.conversation_id = c.conversation_id and not m.deleted
) numbered
where recency <= 3 or message_id is null
order by conversation_id, recency;
