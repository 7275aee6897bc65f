-- The last digits of an account are its owner's (class 2): sealed under their erasable key; that an account is linked once is
-- held by a blind index. What there is is sealed by the program at its next start (SealedTails), for which it needs the key.
-- Locks the table for an instant. Undo: fill tail from the program; not possible once a person is erased.

alter table bank.linked_account alter column tail drop not null;
alter table bank.linked_account add column tail_sealed bytea, add column tail_index bytea;
alter table bank.linked_account add constraint linked_account_tail_in_the_clear check (tail is null) not valid;
alter table bank.linked_account add constraint linked_account_once unique (person, connector, tail_index);
