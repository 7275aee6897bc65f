-- The entries. New table only. Undo: drop schema channel cascade (payments keep the ids).

create table channel.channel (
  id uuid primary key,
  name text not null,
  name_en text not null,
  kind text not null,
  scenes text[] not null,
  state text not null check (state in ('draft', 'submitted', 'approved', 'live', 'suspended', 'closed')),
  level text not null check (level in ('open', 'limited', 'refunds_only', 'stopped')),
  created_at timestamptz not null,
  unique (kind, name)
);
