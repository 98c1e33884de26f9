select c.conversation_id, c.title, t.recency, t.body
from conversations c
left join (select conversation_id, array_agg(body order by sent_at desc, message_id desc) as bodies
           from messages
           where deleted = false
           group by conversation_id) a using (conversation_id)
left join lateral unnest(a.bodies[1:3]) with ordinality as t(body, recency) on true
order by 1, 3;
