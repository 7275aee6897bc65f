-- Requests of people to be verified, and the documents that come with them.
-- Documents are sealed under the person's keys; their rows are read one at a time, by id.
-- Locks: none, the tables are new. Undo: drop schema verification cascade (loses the documents).

create table verification.request (
  id uuid primary key,
  person uuid not null,
  tier text not null,
  state text not null
    check (state in ('draft', 'submitted', 'in_review', 'more_needed', 'approved', 'refused', 'withdrawn')),
  reason text,
  wanted text[] not null default '{}',
  reviewer uuid,
  granted text,
  documents_expire_on date,
  uploads integer not null default 0,
  opened_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  constraint request_reason check ((state in ('more_needed', 'refused')) = (reason is not null)),
  constraint request_decided check ((state in ('approved', 'refused', 'withdrawn')) = (decided_at is not null)),
  constraint request_granted check ((state = 'approved') = (granted is not null))
) with (fillfactor = 80);
create unique index request_open on verification.request (person)
  where state in ('draft', 'submitted', 'in_review', 'more_needed');
create index request_person on verification.request (person, id);
create index request_queue on verification.request (submitted_at, id) where state in ('submitted', 'in_review');

create table verification.document (
  id uuid primary key,
  request uuid not null references verification.request,
  person uuid not null,
  kind text not null,
  type text not null,
  bytes integer not null check (bytes > 0),
  life text not null check (life in ('erasable', 'retained')),
  sealed bytea not null,
  added_at timestamptz not null,
  constraint document_kind unique (request, kind)
);
create index document_person on verification.document (person);
-- What is sealed does not get smaller: no time is spent on trying.
alter table verification.document alter column sealed set storage external;

comment on column verification.document.life is 'which of the person''s keys opens it; the law makes us keep what a tier was granted on';
comment on column verification.request.wanted is 'what more is needed';
