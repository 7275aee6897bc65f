-- Linked accounts, orders to banks, what banks said of them, and the sandbox bank's own books.
-- New tables only: no locks on anything in use. Undo: drop schema bank cascade (loses them).

create table bank.linked_account (
  id uuid primary key,
  person uuid not null,
  bank_name text not null,
  bank_name_en text not null,
  tail text not null check (tail ~ '^[0-9]{4}$'),
  connector text not null,
  behaviour text,
  created_at timestamptz not null,
  unique (person, connector, tail)
);

create table bank.transfer (
  id uuid primary key,
  account uuid not null references bank.linked_account,
  direction text not null check (direction in ('collect', 'pay')),
  amount bigint not null check (amount > 0),
  unit text not null,
  state text not null check (state in ('created', 'submitted', 'succeeded', 'failed', 'unknown')),
  reason text,
  bank_reference text,
  flag text,
  created_at timestamptz not null,
  answer_due_at timestamptz not null,
  resolve_by timestamptz not null,
  next_at timestamptz,
  asked_at timestamptz,
  finished_at timestamptz,
  constraint transfer_reason check ((state = 'failed') = (reason is not null)),
  constraint transfer_finished check ((state in ('succeeded', 'failed')) = (finished_at is not null)),
  constraint transfer_rests check (finished_at is null or next_at is null)
) with (fillfactor = 80);
create index transfer_next on bank.transfer (next_at) where next_at is not null;
create index transfer_flag on bank.transfer (id) where flag is not null;

comment on column bank.transfer.next_at is
  'when to act next; whoever acts moves it ahead first, which is its lease: after a crash another one takes over';
comment on column bank.transfer.asked_at is 'when the bank was last spoken to about it';

-- Every word of a bank, also those that changed nothing.
create table bank.answer (
  connector text not null,
  event text not null,
  transfer uuid not null references bank.transfer,
  amount bigint not null,
  unit text not null,
  outcome text not null check (outcome in ('succeeded', 'failed')),
  reason text,
  effect text not null check (effect in ('applied', 'repeated', 'contradicts', 'amount_differs')),
  late boolean not null,
  at timestamptz not null,
  primary key (connector, event)
);
create index answer_transfer on bank.answer (transfer);
revoke update, delete, truncate on bank.answer from qiao_app;

-- The books of the sandbox bank: no part of ours, only in the same database.
create table bank.sandbox_order (
  id uuid primary key,
  amount bigint not null,
  unit text not null,
  outcome text not null check (outcome in ('succeeded', 'failed')),
  known_at timestamptz not null,
  answer_at timestamptz,
  answers_given smallint not null default 0,
  answers_due smallint not null
);
create index sandbox_order_answer on bank.sandbox_order (answer_at) where answer_at is not null;
