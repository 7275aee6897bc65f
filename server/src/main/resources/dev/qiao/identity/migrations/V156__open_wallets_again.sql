-- Wallets that wait to be opened again, or to get another phone: one row each, whose state is all that decides.
-- A new table only. Undo: drop table identity.recovery (whoever waits has to apply again).

-- person is nobody's id (all zeros) where the wallet that somebody asked for does not exist: nobody must learn that.
-- waiting -> approved (lost_everything, by an operator) -> completed; waiting -> completed (change_phone);
-- waiting -> refused; waiting, approved -> cancelled, expired. Nothing leaves a state on the right.
create table identity.recovery (
  id uuid primary key,
  kind text not null check (kind in ('lost_everything', 'change_phone')),
  person uuid not null,
  state text not null check (state in ('waiting', 'approved', 'completed', 'refused', 'cancelled', 'expired')),
  claim_hash bytea unique,
  contact_index bytea,
  contact_sealed text,
  name_sealed text,
  known_device boolean not null default false,
  applied_at timestamptz not null,
  due_at timestamptz not null check (due_at > applied_at),
  expires_at timestamptz not null check (expires_at > due_at),
  told_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  checks text[] not null default '{}',
  reference text,
  ended_at timestamptz,
  check ((claim_hash is not null) = (kind = 'lost_everything')),
  check ((ended_at is not null) = (state in ('completed', 'refused', 'cancelled', 'expired'))),
  check ((decided_by is null) = (decided_at is null)),
  check (state not in ('approved', 'refused') or decided_by is not null),
  check (kind = 'lost_everything' or state not in ('approved', 'refused'))
);
create index recovery_person on identity.recovery (person) where state in ('waiting', 'approved');
create index recovery_open on identity.recovery (expires_at) where state in ('waiting', 'approved');
create index recovery_untold on identity.recovery (applied_at) where told_at is null;
create unique index recovery_one_phone on identity.recovery (person) where kind = 'change_phone' and state = 'waiting';

-- What has ended, stays ended, whoever asks.
create function identity.keep_recovery_ended() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and new.state is distinct from old.state then
    raise exception 'recovery % has ended', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_ended before update on identity.recovery
  for each row execute function identity.keep_recovery_ended();
