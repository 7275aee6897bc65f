-- How far each person is verified, and where their days begin. Nobody has a row until either is other than usual.
-- Locks: none, the table is new. Undo: drop table identity.tier.

create table identity.tier (
  person uuid primary key,
  tier text,
  expires_at timestamptz,
  zone text,
  version bigint not null default 0,
  changed_at timestamptz not null,
  constraint tier_expires check (tier is not null or expires_at is null)
);
create index tier_expires_at on identity.tier (expires_at) where expires_at is not null;

comment on column identity.tier.tier is 'as the pack of the jurisdiction calls it; null for the lowest';
comment on column identity.tier.expires_at is 'when the documents behind it have run out';
comment on column identity.tier.version is 'grows with each change: what was derived from an older one is out of date';
