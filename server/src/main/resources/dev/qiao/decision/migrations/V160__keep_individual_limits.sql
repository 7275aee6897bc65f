-- Limits that two operators have set for one person, until a day. New schema: no locks on anything in use.
-- Undo: drop schema decision cascade (the ledger's allowances keep the last caps until they are next derived).

create table decision.individual_limit (
  id uuid primary key,
  person uuid not null,
  meaning text not null,
  tier text not null,
  cap bigint not null check (cap between 0 and 9007199254740991),
  raises boolean not null,
  since timestamptz not null,
  ends_at timestamptz not null check (ends_at > since),
  reference text not null,
  ended_at timestamptz check (ended_at >= since)
);
create unique index individual_limit_holds_once
  on decision.individual_limit (person, meaning) where ended_at is null;
create index individual_limit_ends on decision.individual_limit (ends_at) where ended_at is null;

comment on column decision.individual_limit.meaning is 'what is counted and over what, as in the reference of the ledger''s allowance';
comment on column decision.individual_limit.tier is 'in which it was set: a raise holds in no other';
comment on column decision.individual_limit.raises is 'whether it lifts the cap of the tier; one that lowers holds in every tier';
comment on column decision.individual_limit.reference is 'the proposal, or the operator who lowered it alone';

-- What was set stays as it was; that it ended is written once.
revoke update, truncate on decision.individual_limit from qiao_app;
grant update (ended_at) on decision.individual_limit to qiao_app;
