-- The keys of people and of days, wrapped by a key that is not in the database, and the list of erasures.
-- New tables only: no locks on anything in use. Undo: drop schema vault cascade (nothing that is sealed opens any more).

-- A destroyed key leaves its row behind: the proof that it was, and when.
create table vault.person_key (
  subject uuid not null,
  life text not null check (life in ('erasable', 'retained')),
  wrapped_by text not null,
  wrapped bytea,
  made_at timestamptz not null,
  dies_at timestamptz,
  destroyed_at timestamptz,
  primary key (subject, life),
  constraint person_key_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
create index person_key_dies_at on vault.person_key (dies_at) where dies_at is not null and wrapped is not null;

create table vault.platform_key (
  number integer generated always as identity primary key,
  purpose text not null,
  day date,
  wrapped_by text not null,
  wrapped bytea,
  made_at timestamptz not null,
  dies_at timestamptz,
  destroyed_at timestamptz,
  unique nulls not distinct (purpose, day),
  constraint platform_key_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
comment on column vault.platform_key.day is 'of what it seals; null for what has no day, such as the key of the blind indexes';

create table vault.erasure (
  subject uuid primary key,
  at timestamptz not null
);
comment on table vault.erasure is 'who was erased: also kept in a file beside the database, so that a restore erases them again';

revoke delete, truncate on vault.person_key, vault.platform_key, vault.erasure from qiao_app;
revoke update on vault.erasure from qiao_app;
