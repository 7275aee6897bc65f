-- Repeats in the database what so far only the core and the audit knew, and looks after tables that change in place more often.
-- Locks: the ledger's tables while each row is looked at once. Undo: drop the constraints and the trigger made here.

-- Both sides of a leg or none: a check that is null lets a row pass. Only a capture takes from a hold.
alter table ledger.posting
  add constraint posting_whole_leg check (
    num_nulls(debit, credit, amount, debit_sequence, debit_posted, credit_sequence, credit_posted) in (0, 7)),
  add constraint posting_capture check (verb <> 'capture' or refusal is not null or hold is not null);
alter table ledger.hold_change
  add constraint hold_change_range check (amount between -9007199254740991 and 9007199254740991);
alter table ledger.allowance_use
  add constraint allowance_use_range check (amount between -9007199254740991 and 9007199254740991);
alter table ledger.account
  add constraint account_counted check (id > 0 and sequence between 0 and 9007199254740991 and isfinite(touched_at));
alter table ledger.hold
  add constraint hold_expires check (isfinite(expires_at));

-- A window that was left is not opened again: what was used in it would be free once more.
create function ledger.refuse_window_gone() returns trigger language plpgsql as $$
begin
  raise exception 'Allowance % goes on from window to window, and keeps what it is.', old.id using errcode = 'insufficient_privilege';
end
$$;
create trigger lasting after update on ledger.allowance for each row
  when (new.window_start < old.window_start or new.window_end < old.window_end
    or (old.id, old.reference, old.unit, old.exponent, old.span, old.restored)
      is distinct from (new.id, new.reference, new.unit, new.exponent, new.span, new.restored))
  execute function ledger.refuse_window_gone();

-- Changed in place at the pace of postings. A fifth of all accounts may be changed many times over before the usual settings look;
-- tables that only grow are left to the usual ones.
alter table ledger.account set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
alter table ledger.hold set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table ledger.allowance set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
