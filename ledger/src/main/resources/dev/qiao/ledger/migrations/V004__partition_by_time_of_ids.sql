-- Keeps commands, with all that they did, in periods of time of their ids: what is written stays small however much is stored,
-- and old periods can be put aside. An id says its period, so it stays unique for ever. What is there already becomes the first
-- period. No foreign keys inside: a command's rows are written together, in any order, and the audit finds what has no owner.
-- Locks: the four tables, while their ids are read once. Undo: detach the first periods, rename them back, move later rows there.

alter table ledger.leg
  drop constraint leg_posting_fkey,
  drop constraint leg_hold_fkey;
alter table ledger.hold_change
  drop constraint hold_change_posting_fkey,
  drop constraint hold_change_hold_fkey,
  drop constraint hold_change_account_fkey;
alter table ledger.allowance_use
  drop constraint allowance_use_posting_fkey,
  drop constraint allowance_use_allowance_fkey;

drop view ledger.touch;
drop view ledger.move;

-- How long the periods to come are: day, week, month or year. A busy ledger wants them short.
create table ledger.partitioning (
  span text not null default 'month' check (span in ('day', 'week', 'month', 'year')),
  one boolean primary key default true check (one)
);
insert into ledger.partitioning default values;

create table ledger.period (
  name text primary key,
  first_id uuid not null unique,
  end_id uuid not null unique,
  archived boolean not null default false,
  constraint period_order check (first_id < end_id)
);
comment on column ledger.period.end_id is 'the first id that is not in it';
comment on column ledger.period.archived is 'put aside: it takes no more ids';

create function ledger.first_id_of(moment timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

create function ledger.moment_of(id uuid) returns timestamptz language sql immutable as $$
  select timestamptz 'epoch' + ('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint * interval '1 millisecond'
$$;

-- The tables that are kept in periods, with the column that says which.
create function ledger.kept_in_periods() returns table (kept text, key text) language sql immutable as $$
  values ('posting', 'id'), ('leg', 'posting'), ('hold_change', 'posting'), ('allowance_use', 'posting')
$$;

create function ledger.add_period(period_name text, first_id uuid, end_id uuid) returns void language plpgsql as $$
declare
  kept text;
begin
  insert into ledger.period (name, first_id, end_id) values (period_name, first_id, end_id);
  for kept in select k.kept from ledger.kept_in_periods() k loop
    -- Not "partition of": that would lock the whole table against writers.
    execute format('create table ledger.%I (like ledger.%I including defaults including constraints)', kept || '_' || period_name, kept);
    execute format('alter table ledger.%I attach partition ledger.%I for values from (%L) to (%L)', kept, kept || '_' || period_name, first_id, end_id);
    execute format('create trigger append_only before update or delete or truncate on ledger.%I for each statement execute function ledger.refuse_change()', kept || '_' || period_name);
  end loop;
end
$$;

do $$
declare
  kept text;
  key text;
  -- What is stored may have any id up to the latest. Where nothing is, the first period ends when this month begins.
  first_end uuid := ledger.first_id_of((
    select case when max(id::text) is null then date_trunc('month', timestamptz '${now}', 'UTC')
      else date_trunc('month', ledger.moment_of(max(id::text)::uuid), 'UTC') + interval '1 month' end
    from ledger.posting));
  renamed record;
begin
  insert into ledger.period (name, first_id, end_id) values ('first', '00000000-0000-0000-0000-000000000000', first_end);
  for kept, key in select k.kept, k.key from ledger.kept_in_periods() k loop
    execute format('alter table ledger.%I rename to %I', kept, kept || '_first');
    for renamed in select indexrelid::regclass::text as old, c.relname as name from pg_index i
      join pg_class c on c.oid = i.indexrelid where i.indrelid = format('ledger.%I', kept || '_first')::regclass loop
      execute format('alter index %s rename to %I', renamed.old, renamed.name || '_first');
    end loop;
    execute format('create table ledger.%I (like ledger.%I including defaults including constraints including comments) partition by range (%I)',
      kept, kept || '_first', key);
    execute format('grant select, insert on ledger.%I to qiao_app', kept);
    execute format('create trigger append_only before update or delete or truncate on ledger.%I for each statement execute function ledger.refuse_change()', kept);
    execute format('revoke all on ledger.%I from qiao_app', kept || '_first');
  end loop;

  alter table ledger.posting add primary key (id);
  alter table ledger.leg add primary key (posting, number);
  alter table ledger.hold_change add primary key (posting);
  alter table ledger.allowance_use add primary key (posting, number);
  create index posting_reference on ledger.posting (reference);
  create index posting_reverses on ledger.posting (reverses) where reverses is not null;
  create index posting_debit on ledger.posting (debit, debit_sequence) where debit is not null;
  create index posting_credit on ledger.posting (credit, credit_sequence) where credit is not null;
  create index leg_debit on ledger.leg (debit, debit_sequence);
  create index leg_credit on ledger.leg (credit, credit_sequence);
  create index leg_hold on ledger.leg (hold) where hold is not null;
  create index hold_change_account on ledger.hold_change (account, sequence);
  create index hold_change_hold on ledger.hold_change (hold);
  create index allowance_use_hold on ledger.allowance_use (hold) where hold is not null;

  -- Once unique: over all periods no index can be, and the audit counts.
  drop index ledger.leg_debit_first;
  drop index ledger.leg_credit_first;
  drop index ledger.hold_change_account_first;

  for kept in select k.kept from ledger.kept_in_periods() k loop
    execute format('alter table ledger.%I attach partition ledger.%I for values from (minvalue) to (%L)', kept, kept || '_first', first_end);
  end loop;
end
$$;

-- Makes room for an id, and says which is the first one that the ledger still takes. Nothing to do, most of the time.
create function ledger.make_room(id uuid) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  span text;
  starts timestamptz;
  first_id uuid;
  end_id uuid;
  taken_from uuid := coalesce(
    (select p.end_id from ledger.period p where p.archived order by p.end_id desc limit 1), '00000000-0000-0000-0000-000000000000');
begin
  if id < taken_from or exists (select from ledger.period p where p.first_id <= id and id < p.end_id) then
    return taken_from;
  end if;
  perform pg_advisory_xact_lock(hashtext('ledger.make_room'));
  if not exists (select from ledger.period p where p.first_id <= id and id < p.end_id) then
    select p.span into span from ledger.partitioning p;
    starts := date_trunc(span, ledger.moment_of(id), 'UTC');
    -- Clipped to the gap that the id is in, should the span have changed.
    first_id := greatest(ledger.first_id_of(starts), (select p.end_id from ledger.period p where p.end_id <= id order by p.end_id desc limit 1));
    end_id := least(ledger.first_id_of(starts + ('1 ' || span)::interval), (select p.first_id from ledger.period p where p.first_id > id order by p.first_id limit 1));
    perform ledger.add_period(to_char(ledger.moment_of(first_id) at time zone 'UTC', 'YYYY_MM_DD'), first_id, end_id);
  end if;
  return taken_from;
end
$$;

revoke all on function ledger.add_period, ledger.make_room from public;
grant execute on function ledger.make_room to qiao_app;
grant select on ledger.period to qiao_app;
do $$ begin perform ledger.make_room(ledger.first_id_of('${now}')); end $$;

-- The views by which everything is read, periods that were put aside included: made anew when one is. One flat union each, so
-- that an index serves "the latest ten" over all of it.
create function ledger.show_periods() returns void language plpgsql as $$
declare
  view_name text;
  part text;
  whole text;
begin
  for view_name, part in values
    -- Every stored command.
    ('command', 'select id, at, digest, hold, reverses, channel, verb, refusal, kind, reference, scene, attributes,
      debit, credit, amount, debit_sequence, debit_posted, debit_held, credit_sequence, credit_posted, credit_held
      from %1$s.posting%2$s'),
    -- Every leg.
    ('move', 'select id as posting, 1::smallint as number, case when verb = ''capture'' then hold end as hold, debit, credit, amount,
      debit_sequence, debit_posted, coalesce(debit_held, 0) as debit_held,
      credit_sequence, credit_posted, coalesce(credit_held, 0) as credit_held
      from %1$s.posting%2$s where debit is not null and credit is not null
      union all select posting, number, hold, debit, credit, amount, debit_sequence, debit_posted, debit_held,
      credit_sequence, credit_posted, credit_held
      from %1$s.leg%2$s'),
    ('change_of_hold', 'select posting, hold, account, amount, sequence, posted, held from %1$s.hold_change%2$s'),
    ('use_of_allowance', 'select posting, number, allowance, window_start, amount, hold from %1$s.allowance_use%2$s'),
    -- Every change of an account in one shape.
    ('touch', 'select debit as account, debit_sequence as sequence, id as posting, 1::smallint as number, credit as counterparty,
      -amount as amount, case when verb = ''capture'' then -amount else 0 end as held_amount,
      debit_posted as posted, coalesce(debit_held, 0) as held
      from %1$s.posting%2$s where debit is not null
      union all select credit, credit_sequence, id, 1::smallint, debit, amount, 0::bigint, credit_posted, coalesce(credit_held, 0)
      from %1$s.posting%2$s where credit is not null
      union all select debit, debit_sequence, posting, number, credit, -amount, case when hold is null then 0 else -amount end,
      debit_posted, debit_held
      from %1$s.leg%2$s
      union all select credit, credit_sequence, posting, number, debit, amount, 0::bigint, credit_posted, credit_held
      from %1$s.leg%2$s
      union all select account, sequence, posting, 32767::smallint, null::bigint, 0::bigint, amount, posted, held
      from %1$s.hold_change%2$s'),
    -- The same, to be asked for one account only: rows that change none are in it too, with no account. Without conditions of
    -- its own each part is planned as a table, and its index gives the order.
    ('touch_by_account', 'select debit as account, debit_sequence as sequence, id as posting, 1::smallint as number, credit as counterparty,
      -amount as amount, case when verb = ''capture'' then -amount else 0 end as held_amount,
      debit_posted as posted, coalesce(debit_held, 0) as held
      from %1$s.posting%2$s
      union all select credit, credit_sequence, id, 1::smallint, debit, amount, 0::bigint, credit_posted, coalesce(credit_held, 0)
      from %1$s.posting%2$s
      union all select debit, debit_sequence, posting, number, credit, -amount, case when hold is null then 0 else -amount end,
      debit_posted, debit_held
      from %1$s.leg%2$s
      union all select credit, credit_sequence, posting, number, debit, amount, 0::bigint, credit_posted, credit_held
      from %1$s.leg%2$s
      union all select account, sequence, posting, 32767::smallint, null::bigint, 0::bigint, amount, posted, held
      from %1$s.hold_change%2$s')
  loop
    select format(part, 'ledger', '') || coalesce(string_agg(' union all ' || format(part, 'ledger_archive', '_' || p.name), '' order by p.first_id), '')
    into whole from ledger.period p where p.archived;
    execute format('create or replace view ledger.%I as %s', view_name, whole);
  end loop;
end
$$;

create schema ledger_archive;
do $$ begin perform ledger.show_periods(); end $$;
grant select on ledger.command, ledger.move, ledger.change_of_hold, ledger.use_of_allowance, ledger.touch, ledger.touch_by_account to qiao_app;

-- Puts the oldest period aside, as the owner: its tables move to the schema ledger_archive, where they can stay or move to another
-- tablespace. Statements, replays and audits go on reading them.
-- Ids of it that were never used are refused from now on. Waits for writers of the moment.
create function ledger.archive_period(period_name text) returns void language plpgsql as $$
declare
  kept text;
  key text;
  aside ledger.period%rowtype;
begin
  select * into aside from ledger.period p where not p.archived order by p.first_id limit 1 for update;
  if aside.name is distinct from period_name then
    raise exception 'Periods are put aside oldest first: the oldest is %, not %.', aside.name, period_name;
  end if;
  if not exists (select from ledger.period p where p.first_id >= aside.end_id) then
    raise exception 'Period % is the only one left.', period_name;
  end if;
  for kept, key in select k.kept, k.key from ledger.kept_in_periods() k loop
    execute format('alter table ledger.%I detach partition ledger.%I', kept, kept || '_' || period_name);
    -- Lets the planner leave the whole period out.
    execute format('alter table ledger.%I add constraint %I check (%I >= %L and %I < %L)', kept || '_' || period_name, kept || '_period', key, aside.first_id, key, aside.end_id);
    execute format('alter table ledger.%I set schema ledger_archive', kept || '_' || period_name);
  end loop;
  update ledger.period p set archived = true where p.name = period_name;
  perform ledger.show_periods();
end
$$;
revoke all on function ledger.archive_period, ledger.show_periods from public;
