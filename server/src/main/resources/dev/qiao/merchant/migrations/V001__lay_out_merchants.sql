-- The shops of the platform; their stores are what payment.payee lists. New table only. Undo: drop schema merchant cascade.

create table merchant.merchant (
  id uuid primary key,
  name text not null check (length(name) between 1 and 40),
  name_en text check (length(name_en) between 1 and 40),
  category text not null,
  state text not null check (state in ('live', 'suspended', 'closed')),
  created_at timestamptz not null
);

revoke delete, truncate on merchant.merchant from qiao_app;
