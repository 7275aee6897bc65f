-- What one operator proposes and another decides. New table only: no locks on anything in use.
-- Undo: drop schema proposal cascade (loses who agreed to what; the audit trail keeps that it happened).

create table proposal.proposal (
  id uuid primary key,
  kind text not null,
  subject text not null,
  content text not null,
  changes text not null,
  reason text not null check (length(reason) between 1 and 200),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > proposed_at),
  state text not null default 'proposed'
    check (state in ('proposed', 'approved', 'rejected', 'withdrawn', 'expired')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) between 1 and 200),
  -- The second is never the first, whatever the program thinks.
  constraint two_people check (decided_by <> proposed_by),
  constraint decided_by_somebody check ((state in ('approved', 'rejected')) = (decided_by is not null)),
  constraint decided_at_some_time check ((state = 'proposed') = (decided_at is null))
);
create unique index proposal_waits_once on proposal.proposal (kind, subject) where state = 'proposed';

-- What was proposed stays as it was, and what was decided stays decided.
create function proposal.refuse_change() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'the proposal % is decided', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger proposal_is_decided_once before update on proposal.proposal
  for each row execute function proposal.refuse_change();

revoke update, delete, truncate on proposal.proposal from qiao_app;
grant update (state, decided_by, decided_at, decision_reason) on proposal.proposal to qiao_app;
