-- Authenticators (TOTP, RFC 6238) with recovery codes, which roles must have a second factor, sign-ins that wait for
-- it, and what a session was opened by. Locks identity.session for the moment of adding columns.
-- Undo: drop the tables and the columns (loses every authenticator).

-- Policy as data: 'if_enrolled' asks those who have an authenticator, 'required' lets nobody in without.
create table identity.factor_policy (
  role text primary key,
  second_factor text not null check (second_factor in ('if_enrolled', 'required')),
  constraint operators_always check (
    role in ('person', 'owner', 'manager', 'cashier') or second_factor = 'required')
);
insert into identity.factor_policy (role, second_factor)
values
  ('person', 'if_enrolled'),
  ('owner', 'if_enrolled'),
  ('manager', 'if_enrolled'),
  ('cashier', 'if_enrolled'),
  ('administrator', 'required'),
  ('support', 'required'),
  ('risk', 'required'),
  ('finance', 'required'),
  ('compliance', 'required');

-- secret is encrypted under a key that the database does not hold. last_step: a code is good once.
create table identity.authenticator (
  party uuid primary key,
  secret bytea not null,
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

-- A keyed hash each; the key is not in the database.
create table identity.recovery_code (
  party uuid not null,
  hash bytea not null,
  used_at timestamptz,
  primary key (party, hash)
);

-- Somebody has shown one factor and is asked for another.
create table identity.half_sign_in (
  token_hash bytea primary key,
  app text not null check (app in ('wallet', 'merchant', 'console')),
  party uuid not null,
  factor text not null,
  tries integer not null default 0 check (tries >= 0),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index half_sign_in_expires_at on identity.half_sign_in (expires_at);

-- must_enrol: may do nothing but set up a second factor. proved_at: when a factor was shown last.
alter table identity.session
  add column factors text[] not null default '{}',
  add column must_enrol boolean not null default false,
  add column proved_at timestamptz;

-- They came in by a password alone.
update identity.session set revoked_at = created_at where app = 'console' and revoked_at is null;
