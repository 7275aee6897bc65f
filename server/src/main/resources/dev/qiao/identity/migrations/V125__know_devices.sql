-- Which browsers a party has signed in from, and what is held back for a while on a new one.
-- Locks identity.session and identity.confirmation for the moment of adding columns.
-- Undo: drop the table and the columns (every device is a new one then).

-- Only the hash of what the browser keeps.
create table identity.known_device (
  token_hash bytea not null,
  party uuid not null,
  known_at timestamptz not null,
  primary key (token_hash, party)
);
create index known_device_party on identity.known_device (party);

-- Until then this session moves little money.
alter table identity.session add column cooling_until timestamptz;

-- What was asked in which session, so that a cooling one can be added up.
alter table identity.confirmation
  add column session uuid,
  add column amount bigint;
create index confirmation_session on identity.confirmation (session);
