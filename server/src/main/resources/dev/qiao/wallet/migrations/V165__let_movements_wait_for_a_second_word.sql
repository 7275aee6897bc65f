-- A transfer may be confirmed and wait for its payer to say once more that it was they; a withdrawal may be set aside
-- without its bank having been asked. Locks both tables for the moment of a change of a check and a column; the check
-- is wider than the one before, so that no row has to be looked at again.
-- Undo: end what is held, then take the column and the state away.

alter table wallet.transfer drop constraint transfer_state_check;
alter table wallet.transfer
  add constraint transfer_state_check
    check (state in ('requires_confirmation', 'processing', 'succeeded', 'failed', 'cancelled', 'expired')) not valid;
alter table wallet.transfer validate constraint transfer_state_check;

alter table wallet.bank_move add column held boolean not null default false;
comment on column wallet.bank_move.held is 'waits for the person; no order to the bank exists yet';
