-- Transfers, look-ups of people and their receive codes. New tables only. Undo: drop schema wallet cascade (the ledger keeps its postings).

create table wallet.transfer (
  id uuid primary key,
  payer uuid not null,
  payee uuid not null,
  amount bigint not null check (amount > 0),
  unit text not null,
  state text not null check (state in ('requires_confirmation', 'succeeded', 'failed', 'cancelled', 'expired')),
  note text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  posting uuid unique,
  check (payer <> payee),
  check ((state = 'succeeded') = (posting is not null))
);
create index transfer_payer on wallet.transfer (payer, posting) where posting is not null;
create index transfer_payee on wallet.transfer (payee, posting) where posting is not null;

create table wallet.lookup (
  id uuid primary key,
  owner uuid not null,
  person uuid,
  asked boolean not null,
  at timestamptz not null,
  expires_at timestamptz not null
);
create index lookup_owner on wallet.lookup (owner, at);

create table wallet.code (
  person uuid primary key,
  token text not null unique
);

revoke delete, truncate on wallet.transfer from qiao_app;
