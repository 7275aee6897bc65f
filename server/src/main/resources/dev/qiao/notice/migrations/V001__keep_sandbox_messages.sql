-- The inbox of a demo: messages that would have gone to a phone. Rows live for a day.
-- Locks nothing that exists. Undo: drop table notice.sandbox_message.

create table notice.sandbox_message (
  id uuid primary key,
  phone text not null,
  shown text not null,
  template text not null,
  parameters jsonb not null,
  at timestamptz not null
);
create index sandbox_message_at on notice.sandbox_message (at);
