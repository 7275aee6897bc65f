-- Nobody changes the audit trail, its owner included, and whoever gets around that is noticed: entries are sealed
-- in batches, each seal over the one before. The new column says in which order entries became visible; entries
-- that are there already get the number of this step's transaction and are sealed first.
-- Locks api.audit against reads and writes for a moment, and against writes while its indexes are built.
-- Undo: drop table api.audit_seal; drop the triggers and api.refuse_change; drop the column and the indexes.

alter table api.audit add column transaction bigint not null default pg_current_xact_id()::text::bigint;
create unique index audit_order on api.audit (transaction, id);
create index audit_actor on api.audit (actor, id);

create table api.audit_seal (
  number bigint primary key check (number > 0),
  until_transaction bigint not null,
  until_id uuid not null,
  entries bigint not null check (entries > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  hash bytea not null check (length(hash) = 32)
);

create function api.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it is only added to', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_only_added_to before update or delete or truncate on api.audit
  for each statement execute function api.refuse_change();
create trigger audit_seal_is_only_added_to before update or delete or truncate on api.audit_seal
  for each statement execute function api.refuse_change();

revoke update, delete, truncate on api.audit_seal from qiao_app;
