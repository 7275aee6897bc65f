-- Who can sign in, with what, and the sessions, codes and invitations by which they do.
-- Locks nothing that exists. Undo: drop schema identity cascade (loses every credential).

create table identity.person (
  id uuid primary key,
  phone text not null unique check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  name text not null check (length(name) between 1 and 40),
  language text check (language in ('zh-CN', 'en')),
  created_at timestamptz not null
);

create table identity.staff (
  id uuid primary key,
  merchant uuid not null,
  login text not null unique,
  name text not null check (length(name) between 1 and 40),
  role text not null check (role in ('owner', 'manager', 'cashier')),
  state text not null check (state in ('invited', 'active', 'closed')),
  created_at timestamptz not null
);
create index staff_merchant on identity.staff (merchant);

create table identity.operator (
  id uuid primary key,
  login text not null unique,
  name text not null check (length(name) between 1 and 40),
  role text not null,
  created_at timestamptz not null
);

-- One password for each person, member of staff or operator: their ids never collide.
create table identity.password (
  party uuid primary key,
  hash text not null,
  changed_at timestamptz not null
);

-- tries counts since the last right one; every fifth locks until locked_until.
create table identity.pin (
  person uuid primary key references identity.person,
  hash text not null,
  tries integer not null default 0 check (tries >= 0),
  locked_until timestamptz,
  changed_at timestamptz not null
);

-- At most one code for a phone and a purpose: a new one takes the place of the old.
create table identity.one_time_code (
  phone text not null,
  purpose text not null check (purpose in ('sign_in', 'reset_pin')),
  id uuid not null unique,
  hash bytea not null,
  tries integer not null default 0 check (tries >= 0),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (phone, purpose)
);

-- Proof that a phone without a person was shown to be someone's, until they say their name.
create table identity.sign_up (
  token_hash bytea primary key,
  phone text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Only the hash of a session's token is kept: a copy of this table opens nothing.
create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique,
  app text not null check (app in ('wallet', 'merchant', 'console')),
  party uuid not null,
  device text not null,
  address text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_party on identity.session (party) where revoked_at is null;
create index session_expires_at on identity.session (expires_at);

create table identity.invitation (
  token_hash bytea primary key,
  staff uuid references identity.staff,
  operator_role text,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((staff is null) <> (operator_role is null))
);
create index invitation_staff on identity.invitation (staff);

-- Counts of guesses, by the hash of whom or where they concern.
create table identity.attempt (
  subject bytea primary key,
  used integer not null check (used > 0),
  ends_at timestamptz not null
);
create index attempt_ends_at on identity.attempt (ends_at);
