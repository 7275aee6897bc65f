-- A top-up may be set aside, too: at the bank's account, with what it uses of the person's limits.
-- Locks: access exclusive on wallet.bank_move for a moment (the new check is weaker, and is not validated against old rows).
-- Undo: restore the old check, when no top-up with a hold is open.

alter table wallet.bank_move drop constraint bank_move_hold;
alter table wallet.bank_move add constraint bank_move_hold check (kind <> 'withdrawal' or hold is not null) not valid;
