-- What people and shops write with a payment is theirs (class 2): sealed under its writer's erasable key, found by a blind
-- index of its words. What there is is sealed by the program at its next start (SealedPaymentNotes), for which it needs the key.
-- Locks the table for an instant. Undo: drop the columns and the constraint (loses the notes).

alter table payment.payment add column note_sealed bytea, add column note_words bytea[];
alter table payment.payment add constraint payment_note_in_the_clear check (note is null) not valid;
