-- Creates accounts, postings, legs and holds, and what keeps them true.
-- Locks: none that matter, the schema is new. Undo: drop schema ledger.

create table ledger.account (
  id bigint generated always as identity primary key,
  posted bigint not null default 0,
  held bigint not null default 0,
  sequence bigint not null default 0,
  version bigint not null default 0,
  touched_at timestamptz not null,
  floor bigint,
  ceiling bigint,
  exponent smallint not null,
  frozen_debit boolean not null default false,
  frozen_credit boolean not null default false,
  closed boolean not null default false,
  unit text not null,
  kind text not null,
  reference text not null,
  constraint account_reference unique (reference),
  constraint account_range check (
    abs(posted) <= 9007199254740991 and held <= 9007199254740991 and abs(posted - held) <= 9007199254740991),
  constraint account_held check (held >= 0),
  constraint account_floor check (posted - held >= floor and floor <= 0),
  constraint account_ceiling check (posted <= ceiling and ceiling >= 0),
  constraint account_closed check (not closed or (posted = 0 and held = 0))
) with (fillfactor = 80);

comment on column ledger.account.posted is 'credits - debits, in minor units';
comment on column ledger.account.held is 'set aside by holds, part of posted';
comment on column ledger.account.sequence is 'how many changes have touched the account';
comment on column ledger.account.version is 'grows with every change, also of floor and state';
comment on column ledger.account.touched_at is 'latest ledger time: never runs backwards';

-- One row for each command that was ever applied or durably refused.
create table ledger.posting (
  id uuid primary key,
  at timestamptz not null,
  digest bytea not null,
  hold uuid,
  reverses uuid,
  channel uuid,
  verb text not null,
  refusal text,
  kind text not null,
  reference text not null,
  scene text,
  attributes jsonb,
  constraint posting_verb check (verb in ('post', 'hold', 'increase', 'capture', 'release', 'reverse', 'expire'))
);
create index posting_reference on ledger.posting (reference);
create index posting_reverses on ledger.posting (reverses) where reverses is not null;

comment on column ledger.posting.digest is 'of the whole content: tells a replay from a reused id';

create table ledger.hold (
  id uuid primary key,
  account bigint not null references ledger.account,
  amount bigint not null,
  captured bigint not null default 0,
  released bigint not null default 0,
  version bigint not null default 0,
  expires_at timestamptz not null,
  ended text,
  reference text not null,
  constraint hold_amount check (amount > 0 and captured >= 0 and released >= 0 and captured + released <= amount),
  constraint hold_ended check (
    ended is not null and ended in ('captured', 'released', 'expired') and captured + released = amount
    or ended is null and captured + released < amount)
) with (fillfactor = 80);
create index hold_expiry on ledger.hold (expires_at) where ended is null;

-- Each side keeps its sequence number and its balance after the leg: statements and past balances are index reads.
create table ledger.leg (
  posting uuid not null references ledger.posting,
  number smallint not null,
  hold uuid references ledger.hold,
  debit bigint not null references ledger.account,
  credit bigint not null references ledger.account,
  amount bigint not null,
  debit_sequence bigint not null,
  debit_posted bigint not null,
  debit_held bigint not null,
  credit_sequence bigint not null,
  credit_posted bigint not null,
  credit_held bigint not null,
  primary key (posting, number),
  constraint leg_amount check (amount between 1 and 9007199254740991),
  constraint leg_accounts check (debit <> credit),
  constraint leg_held check (debit_held >= 0 and credit_held >= 0)
);
create unique index leg_debit on ledger.leg (debit, debit_sequence);
create unique index leg_credit on ledger.leg (credit, credit_sequence);

comment on column ledger.leg.hold is 'the hold that this leg captures from';

-- What is set aside (positive) or given back (negative) without being moved.
create table ledger.hold_change (
  posting uuid primary key references ledger.posting,
  hold uuid not null references ledger.hold,
  account bigint not null references ledger.account,
  amount bigint not null,
  sequence bigint not null,
  posted bigint not null,
  held bigint not null,
  constraint hold_change_amount check (amount <> 0),
  constraint hold_change_held check (held >= 0)
);
create unique index hold_change_account on ledger.hold_change (account, sequence);
create index hold_change_hold on ledger.hold_change (hold);
create index leg_hold on ledger.leg (hold) where hold is not null;

-- Every change of an account in one shape.
create view ledger.touch as
select
  debit as account, debit_sequence as sequence, posting, number, credit as counterparty,
  -amount as amount, case when hold is null then 0 else -amount end as held_amount,
  debit_posted as posted, debit_held as held
from ledger.leg
union all
select credit, credit_sequence, posting, number, debit, amount, 0::bigint, credit_posted, credit_held
from ledger.leg
union all
select account, sequence, posting, 32767::smallint, null::bigint, 0::bigint, amount, posted, held
from ledger.hold_change;

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % of % is refused. Post a reversal instead.', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete or truncate on ledger.posting
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.leg
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.hold_change
  for each statement execute function ledger.refuse_change();

grant usage on schema ledger to qiao_app;
grant select, insert on ledger.account, ledger.hold, ledger.posting, ledger.leg, ledger.hold_change to qiao_app;
grant select on ledger.touch to qiao_app;
grant update (posted, held, sequence, version, touched_at, frozen_debit, frozen_credit, closed) on ledger.account to qiao_app;
grant update (amount, captured, released, version, ended) on ledger.hold to qiao_app;
