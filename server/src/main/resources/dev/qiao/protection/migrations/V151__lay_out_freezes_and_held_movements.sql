-- Frozen wallets, the links by which people freeze them, and movements that wait for a second word.
-- New tables only; reads ledger.account once. Undo: unfreeze what is frozen, end what is held, drop schema protection
-- cascade.

-- Why the ledger refuses debits of a wallet, written together with the ledger's word. thaw_at: somebody has asked for
-- the end of it, which takes effect then.
create table protection.freeze (
  person uuid primary key,
  by_whom text not null check (by_whom in ('person', 'link', 'not_me', 'operator')),
  frozen_at timestamptz not null,
  thaw_at timestamptz
);
create index freeze_due on protection.freeze (thaw_at) where thaw_at is not null;

-- Until now only operators froze wallets.
insert into protection.freeze (person, by_whom, frozen_at)
select split_part(reference, ':', 2)::uuid, 'operator', touched_at
from ledger.account
where frozen_debit and reference ~ '^person:[0-9a-f-]{36}:[A-Z]{3}$'
on conflict do nothing;

-- Good once. Only the hash is kept.
create table protection.freeze_link (
  token_hash bytea primary key,
  person uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index freeze_link_expires_at on protection.freeze_link (expires_at);
create index freeze_link_person on protection.freeze_link (person);

-- A movement that its payer has confirmed and that waits for them to say once more that it was they.
create table protection.held (
  id uuid primary key,
  person uuid not null,
  session uuid not null,
  thing text not null,
  amount bigint not null check (amount > 0),
  unit text not null,
  payee text not null,
  reasons text[] not null,
  state text not null check (state in ('open', 'released', 'refused', 'expired')),
  at timestamptz not null,
  deadline timestamptz not null,
  told_at timestamptz,
  ended_at timestamptz,
  check ((state = 'open') = (ended_at is null))
);
create unique index held_thing on protection.held (thing) where state = 'open';
create index held_person on protection.held (person, id);
create index held_deadline on protection.held (deadline) where state = 'open';
create index held_untold on protection.held (at) where told_at is null;

revoke delete, truncate on protection.held from qiao_app;
