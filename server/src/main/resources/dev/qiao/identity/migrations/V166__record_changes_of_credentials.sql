-- What changed about how a person's wallet is opened, where they can still be told of it, and on which device a session is.
-- Locks identity.session and identity.one_time_code for the moment of a change of their columns and checks.
-- Undo: drop the two tables and the column (nothing that is asked for then looks at what changed before).

create table identity.credential_change (
  id uuid primary key,
  person uuid not null references identity.person,
  what text not null check (what ~ '^[a-z_]{1,40}$'),
  at timestamptz not null
);
create index credential_change_person on identity.credential_change (person, at);

-- What the person was reached by until lately: a thief who changed it cannot keep the notice of that from them.
create table identity.former_contact (
  id uuid primary key,
  person uuid not null references identity.person,
  address_sealed bytea not null,
  until timestamptz not null
);
create index former_contact_person on identity.former_contact (person);

-- The hash of what the browser keeps, as in identity.known_device. Unknown for sessions from before.
alter table identity.session add column device_hash bytea;

-- What a code is for is decided by the program; the list here would have to be changed with each new use.
alter table identity.one_time_code drop constraint if exists one_time_code_purpose_check;
alter table identity.one_time_code
  add constraint one_time_code_purpose_check check (purpose ~ '^[a-z_]{1,40}$');
