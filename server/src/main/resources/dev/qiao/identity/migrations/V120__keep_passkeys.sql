-- Passkeys (WebAuthn credentials) of people, staff and operators, and the challenges that they sign.
-- New tables only: no locks on anything in use. Undo: drop both (loses every passkey).

-- attestation is what the authenticator said at registration; the public key is read from it.
create table identity.passkey (
  id uuid primary key,
  app text not null check (app in ('wallet', 'merchant', 'console')),
  party uuid not null,
  credential bytea not null unique,
  public_key bytea not null,
  attestation bytea not null,
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  name text not null check (length(name) between 1 and 40),
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_party on identity.passkey (party);

-- Signed once, by the party if it is known, for the purpose and nothing else.
create table identity.passkey_challenge (
  id uuid primary key,
  purpose text not null check (purpose in ('register', 'sign_in', 'prove')),
  app text not null check (app in ('wallet', 'merchant', 'console')),
  party uuid,
  challenge bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (purpose = 'sign_in' or party is not null)
);
create index passkey_challenge_expires_at on identity.passkey_challenge (expires_at);
