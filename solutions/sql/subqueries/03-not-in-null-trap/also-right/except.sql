select user_id, name from users
except
select u.user_id, u.name from users u join invitations i on u.user_id = i.inviter_id where i.accepted = true
order by user_id;
