create index on logins using btree (user_id desc, happened_at desc);
