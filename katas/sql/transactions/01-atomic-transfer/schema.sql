create table accounts (
  account_id int primary key,
  owner      text not null,
  balance    numeric(12, 2) not null check (balance >= 0)  -- no account may be overdrawn, not even for a moment
);

create table transfers (
  transfer_id int primary key,
  from_id     int not null references accounts,
  to_id       int not null references accounts,
  amount      numeric(12, 2) not null check (amount > 0)
);

insert into accounts values
  (1, 'Ines Duarte', 600.00),
  (2, 'Tom Keller',  385.00),
  (3, 'Aisha Bello',  15.00),  -- too little for the second transfer, until the first has arrived
  (4, 'Pavel Horak',   0.00);  -- takes part in nothing

insert into transfers values
  (1, 2, 1, 60.00),
  (2, 1, 2, 45.00);

-- The bank counts its money at the end of every transaction that touches an account.
create function check_total() returns trigger language plpgsql as $$
begin
  if (select sum(balance) from accounts) <> 1000.00 then
    raise exception 'after this transaction the bank would hold %, and it must hold 1000.00', (select sum(balance) from accounts);
  end if;
  return null;
end $$;

create constraint trigger money_neither_appears_nor_vanishes
after insert or update or delete on accounts
deferrable initially deferred for each row execute function check_total();
