-- An operator locks one thing by which somebody comes in: a browser, a passkey, the password, the PIN, the authenticator
-- with its recovery codes. It opens and confirms nothing then; who did it and why is in the audit trail.
-- Locks each table for the moment in which its columns are added; known_device is written anew once, for its ids.
-- Undo: drop the columns (what was locked opens again).

-- The program gives each its id; the default is for instances of the version before, while they still run.
alter table identity.known_device
  add column id uuid not null default gen_random_uuid(),
  add column locked_at timestamptz;
create unique index known_device_id on identity.known_device (id);

alter table identity.passkey add column locked_at timestamptz;
alter table identity.password add column locked_at timestamptz;
alter table identity.pin add column locked_at timestamptz;
alter table identity.authenticator add column locked_at timestamptz;
