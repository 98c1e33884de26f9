create table logins (
  login_id    int primary key,
  user_id     int not null,
  happened_at timestamp not null,
  address     inet not null,
  succeeded   boolean not null
);
