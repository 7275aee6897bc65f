-- What a person is asked to confirm, bound to amount, currency, payee and a nonce; and PINs under a pepper.
-- Locks identity.pin for the moment of adding a column. Undo: drop the table and the column.

create table identity.confirmation (
  id uuid primary key,
  person uuid not null references identity.person,
  nonce bytea not null,
  challenge bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index confirmation_expires_at on identity.confirmation (expires_at);

-- Whether the PIN went through the key that the database does not hold before it was hashed. Older ones did not; they
-- are hashed anew when they are next entered.
alter table identity.pin add column peppered boolean not null default false;
