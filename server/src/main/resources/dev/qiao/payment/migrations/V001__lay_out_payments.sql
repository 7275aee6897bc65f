-- Payees, payments, attempts and refunds. New tables only. Undo: drop schema payment cascade (loses them; the ledger keeps its postings).
-- Lists are ordered by the posting's id, which is made when the money moves: so each list needs one index.

create table payment.payee (
  store uuid primary key,
  merchant uuid not null,
  name text not null,
  name_en text,
  store_name text not null,
  store_name_en text,
  category text not null,
  account bigint not null,
  code text not null unique,
  open boolean not null
);
create index payee_merchant on payment.payee (merchant);

create table payment.payment (
  id uuid primary key,
  store uuid not null references payment.payee,
  merchant uuid not null,
  payer uuid,
  channel uuid not null,
  scene text not null,
  amount bigint not null check (amount > 0),
  unit text not null,
  state text not null
    check (state in ('requires_confirmation', 'processing', 'succeeded', 'failed', 'cancelled', 'expired', 'unknown')),
  note text,
  order_reference text,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  posting uuid unique,
  refunded bigint not null check (refunded between 0 and amount),
  code text unique,
  new_customer boolean not null default false,
  check ((state = 'succeeded') = (posting is not null)),
  check (state <> 'succeeded' or payer is not null)
);
create index payment_payer on payment.payment (payer, posting) where posting is not null;
create index payment_merchant on payment.payment (merchant, posting) where posting is not null;

create table payment.attempt (
  posting uuid primary key,
  payment uuid not null references payment.payment,
  at timestamptz not null,
  state text not null check (state in ('succeeded', 'refused')),
  reason text
);
create index attempt_payment on payment.attempt (payment);

create table payment.refund (
  id uuid primary key,
  payment uuid not null references payment.payment,
  merchant uuid not null,
  payer uuid not null,
  amount bigint not null check (amount > 0),
  unit text not null,
  reason text,
  by uuid not null,
  at timestamptz not null,
  posting uuid not null unique
);
create index refund_payment on payment.refund (payment);
create index refund_payer on payment.refund (payer, posting);
create index refund_merchant on payment.refund (merchant, posting);

revoke delete, truncate on payment.payment, payment.attempt, payment.refund from qiao_app;
revoke update on payment.attempt, payment.refund from qiao_app;
