-- Keeps how far the self-audit has come and what it has found, so that any instance goes on where another stopped; and lets it
-- find what was captured of a hold, and used of an allowance, without reading everything.
-- Locks: writers of postings and uses, while the two indexes are built. Undo: drop them and the three tables.

-- Only captures are in it: the one thing of a hold that is not found by the hold yet. The expression is that of ledger.move.
create index posting_captured on ledger.posting ((case when verb = 'capture' then hold end))
  where (case when verb = 'capture' then hold end) is not null;
create index allowance_use_allowance on ledger.allowance_use (allowance, window_start);

do $$
declare
  aside record;
begin
  for aside in
    select c.relname, k.kept
    from ledger.period p
    cross join ledger.kept_in_periods() k
    join pg_class c on c.relname = k.kept || '_' || p.name and c.relnamespace = 'ledger_archive'::regnamespace
    where p.archived and c.relkind = 'r' and k.kept in ('posting', 'allowance_use')
  loop
    if aside.kept = 'posting' then
      execute format('create index on ledger_archive.%I ((case when verb = ''capture'' then hold end)) where (case when verb = ''capture'' then hold end) is not null', aside.relname);
    else
      execute format('create index on ledger_archive.%I (allowance, window_start)', aside.relname);
    end if;
  end loop;
end
$$;

-- A pass under way with its place, and the last one that came to its end.
create table ledger.audit_pass (
  scope text primary key,
  step bigint not null default 0,
  begun_at timestamptz,
  area text,
  after_number bigint not null default 0,
  after_sequence bigint not null default 0,
  after_id uuid,
  accounts bigint not null default 0,
  postings bigint not null default 0,
  changes bigint not null default 0,
  holds bigint not null default 0,
  allowances bigint not null default 0,
  differences bigint not null default 0,
  last_begun_at timestamptz,
  last_ended_at timestamptz,
  last_accounts bigint not null default 0,
  last_postings bigint not null default 0,
  last_changes bigint not null default 0,
  last_holds bigint not null default 0,
  last_allowances bigint not null default 0,
  last_differences bigint not null default 0,
  constraint audit_pass_scope check (scope in ('recent', 'whole'))
) with (fillfactor = 50);
insert into ledger.audit_pass (scope) values ('recent'), ('whole');

comment on column ledger.audit_pass.step is 'grows with every step: what a step found counts only where it is still the number that the step began with';
comment on column ledger.audit_pass.begun_at is 'of the pass under way; null between two';
comment on column ledger.audit_pass.after_sequence is 'inside the account after after_number: the change up to which it was looked at; 0 when that account is done';

-- Who audits now. What keeps the audit right is the number of the step: the lease only keeps instances from doing work twice.
create table ledger.audit_lease (
  holder uuid,
  until timestamptz,
  one boolean primary key default true check (one)
) with (fillfactor = 50);
insert into ledger.audit_lease default values;

create table ledger.audit_difference (
  subject text not null,
  figure text not null,
  expected bigint not null,
  actual bigint not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  gone_at timestamptz,
  primary key (subject, figure)
);

comment on column ledger.audit_difference.gone_at is 'when a whole pass had ended that did not see it any more';

grant select, update on ledger.audit_pass, ledger.audit_lease to qiao_app;
grant select, insert, update on ledger.audit_difference to qiao_app;
