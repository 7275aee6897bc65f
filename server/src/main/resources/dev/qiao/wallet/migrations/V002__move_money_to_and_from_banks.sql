-- Top-ups and withdrawals.
-- New table only: no locks on anything in use. Undo: drop table wallet.bank_move (the ledger keeps what was posted).

create table wallet.bank_move (
  id uuid primary key,
  kind text not null check (kind in ('top_up', 'withdrawal')),
  person uuid not null,
  account uuid not null,
  amount bigint not null check (amount > 0),
  unit text not null,
  channel uuid not null,
  scene text not null,
  state text not null check (state in ('processing', 'unknown', 'succeeded', 'failed')),
  reason text,
  posting uuid not null unique,
  hold uuid,
  refusal text,
  created_at timestamptz not null,
  deadline timestamptz not null,
  finished_at timestamptz,
  next_at timestamptz,
  constraint bank_move_reason check ((state = 'failed') = (reason is not null)),
  constraint bank_move_finished check ((state in ('succeeded', 'failed')) = (finished_at is not null)),
  constraint bank_move_open check ((finished_at is null) = (next_at is not null)),
  constraint bank_move_hold check ((kind = 'withdrawal') = (hold is not null))
) with (fillfactor = 80);
create index bank_move_person on wallet.bank_move (person, id);
create index bank_move_next on wallet.bank_move (next_at) where next_at is not null;
create index bank_move_unknown on wallet.bank_move (id) where state = 'unknown';

comment on column wallet.bank_move.account is 'the linked account. The order to the bank has the id of this row';
comment on column wallet.bank_move.posting is 'the id of the one ledger command that ends it: whoever tries it again does it once';
comment on column wallet.bank_move.refusal is 'why the ledger refused to end it: for an operator';
comment on column wallet.bank_move.next_at is 'when to look again; whoever looks moves it ahead first, which is its lease';
