-- Creates allowances (what may be used in a window), and what was used of them.
-- Locks: none that matter, the tables are new. Undo: drop table ledger.allowance_use, ledger.allowance.

create table ledger.allowance (
  id bigint generated always as identity primary key,
  cap bigint not null,
  window_start bigint not null default 0,
  window_end bigint not null default 0,
  version bigint not null default 0,
  touched_at bigint not null,
  exponent smallint not null,
  restored boolean not null,
  slots bigint[] not null,
  unit text not null,
  span text not null,
  zone text not null,
  next_zone text,
  reference text not null,
  constraint allowance_reference unique (reference),
  constraint allowance_cap check (cap between 0 and 9007199254740991),
  constraint allowance_slots check (array_position(slots, null) is null and 0 <= all (slots))
) with (fillfactor = 70);

comment on column ledger.allowance.span is 'payment, day, month, year, or rolling:<ISO duration>';
comment on column ledger.allowance.window_start is 'microseconds since 1970, as all times here: the core counts in them';
comment on column ledger.allowance.slots is 'what was used in the open window, or in each part of a rolling one, newest first';
comment on column ledger.allowance.restored is 'whether a reversal gives back';
comment on column ledger.allowance.next_zone is 'takes effect when the open window ends';

-- What a command took from an allowance (positive), or gave back to a window of it (negative).
create table ledger.allowance_use (
  posting uuid not null references ledger.posting,
  number smallint not null,
  allowance bigint not null references ledger.allowance,
  window_start bigint not null,
  amount bigint not null,
  hold uuid,
  primary key (posting, number),
  constraint allowance_use_amount check (amount <> 0)
);
create index allowance_use_hold on ledger.allowance_use (hold) where hold is not null;

create trigger append_only before update or delete or truncate on ledger.allowance_use
  for each statement execute function ledger.refuse_change();

grant select, insert on ledger.allowance, ledger.allowance_use to qiao_app;
grant update (cap, zone, next_zone, window_start, window_end, slots, version, touched_at) on ledger.allowance to qiao_app;
