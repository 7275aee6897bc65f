-- Idempotency records, the outbox, the audit trail and the installation's own facts.
-- New tables only: no locks on anything in use. Undo: drop schema api cascade (loses them).

create table api.platform (
  key text primary key,
  value text not null
);

-- Not jsonb: a replay must return the very text that was answered.
create table api.idempotency (
  party text not null,
  key text not null,
  content bytea not null,
  status smallint not null,
  body text not null,
  at timestamptz not null,
  primary key (party, key)
);
create index idempotency_at on api.idempotency using brin (at);

create table api.event (
  number bigint generated always as identity,
  transaction bigint not null default pg_current_xact_id()::text::bigint,
  id uuid not null,
  type text not null,
  party_kind text not null,
  party uuid not null,
  thing text not null,
  at timestamptz not null,
  amount bigint,
  unit text,
  state text,
  primary key (transaction, number)
);
create index event_at on api.event using brin (at);

create table api.audit (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor uuid,
  act text not null,
  object text not null,
  channel uuid,
  address text,
  outcome text not null,
  reason text
);
create index audit_object on api.audit (object);

revoke update, delete, truncate on api.audit from qiao_app;
