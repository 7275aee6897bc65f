-- What people write with a transfer is theirs (class 2): sealed under its writer's erasable key, found by a blind index of
-- its words. What there is is sealed by the program at its next start (SealedTransferNotes), for which it needs the key.
-- Locks the table for an instant. Undo: drop the columns and the constraint (loses the notes).

alter table wallet.transfer add column note_sealed bytea, add column note_words bytea[];
alter table wallet.transfer add constraint transfer_note_in_the_clear check (note is null) not valid;
