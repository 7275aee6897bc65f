-- The outbox of messages: a row commits with what it tells and leaves after the commit. Address and content are
-- sealed under a key that only the running instance has, and forgotten as soon as the message has left.
-- New table only. Undo: drop table notice.message.

create table notice.message (
  id uuid primary key,
  owner uuid not null,
  medium text not null check (medium in ('phone', 'email')),
  template text not null,
  asked text,
  sealed bytea,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  channel text,
  reason text,
  at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check ((ended_at is not null) = (state in ('sent', 'failed', 'unknown'))),
  check (sealed is null or ended_at is null)
);
create index message_waiting on notice.message (owner, at) where state = 'waiting';
create index message_open on notice.message (expires_at) where ended_at is null;
create index message_at on notice.message using brin (at);
