-- What somebody calls a passkey is theirs (class 2): sealed under their erasable key. What there is is sealed by the program
-- at its next start (SealedPasskeyNames), for which it needs the key.
-- Locks the table for an instant. Undo: fill name from the program, then drop the column and the constraint.

alter table identity.passkey alter column name drop not null;
alter table identity.passkey add column name_sealed bytea;
alter table identity.passkey add constraint passkey_name_in_the_clear check (name is null) not valid;
