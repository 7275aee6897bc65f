-- Parties whom an operator has locked out: their sessions open nothing, and they open no new ones.
-- A new table only. Undo: drop it (lets everybody in again).

create table identity.party_lock (
  party uuid primary key,
  reason text not null check (length(reason) between 1 and 200),
  locked_by uuid not null,
  locked_at timestamptz not null
);
