-- Records every change of an account's state and limits, asked for by an id, and repeats more of the rules in the database.
-- Locks: ledger.account, hold and allowance for an instant. Undo: drop table ledger.account_change and the triggers made here.

create table ledger.account_change (
  id uuid primary key,
  account bigint not null,
  version bigint,
  floor_before bigint,
  ceiling_before bigint,
  floor bigint,
  ceiling bigint,
  posted bigint,
  held bigint,
  sequence bigint,
  at timestamptz not null,
  frozen_debit boolean,
  frozen_credit boolean,
  closed boolean,
  digest bytea not null,
  verb text not null,
  side text,
  refusal text,
  reference text not null,
  constraint account_change_verb check (verb in ('freeze', 'unfreeze', 'limit', 'close')),
  constraint account_change_done check (refusal is not null or version is not null and posted is not null and held is not null
    and sequence is not null and frozen_debit is not null and frozen_credit is not null and closed is not null)
);
create index account_change_account on ledger.account_change (account, id);

comment on table ledger.account_change is 'refused ones too: an id has one answer for ever';
comment on column ledger.account_change.version is 'that of the account afterwards, as the other figures are';

create trigger append_only before update or delete or truncate on ledger.account_change
  for each statement execute function ledger.refuse_change();
grant select, insert on ledger.account_change to qiao_app;
grant update (floor, ceiling) on ledger.account to qiao_app;

-- What is there stays there.
create function ledger.refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger forgets nothing: % of % is refused.', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
create trigger kept before delete or truncate on ledger.account for each statement execute function ledger.refuse_removal();
create trigger kept before delete or truncate on ledger.hold for each statement execute function ledger.refuse_removal();
create trigger kept before delete or truncate on ledger.allowance for each statement execute function ledger.refuse_removal();

-- After, and only of these columns: the writer's own updates do not pay for it.
create function ledger.refuse_other_account() returns trigger language plpgsql as $$
begin
  raise exception 'Account % is % for ever.', old.id,
    case when old.closed then 'closed' else old.reference || ' of kind ' || old.kind || ' in ' || old.unit end
    using errcode = 'insufficient_privilege';
end
$$;
create trigger lasting after update of id, reference, unit, exponent, kind, closed, frozen_debit, frozen_credit, floor, ceiling
  on ledger.account for each row
  when (old.closed
    or (old.id, old.reference, old.unit, old.exponent, old.kind) is distinct from (new.id, new.reference, new.unit, new.exponent, new.kind))
  execute function ledger.refuse_other_account();

create function ledger.refuse_other_hold() returns trigger language plpgsql as $$
begin
  raise exception 'Hold % %.', old.id,
    case when old.ended is null then 'only ever grows, and gives back what it has given back' else 'has ended' end
    using errcode = 'insufficient_privilege';
end
$$;
create trigger lasting after update on ledger.hold for each row
  when (old.ended is not null or new.amount < old.amount or new.captured < old.captured or new.released < old.released
    or new.account <> old.account)
  execute function ledger.refuse_other_hold();
