-- A browser that connects again reads what its own party missed, and must not read everybody's to find it.
-- Locks api.event against writes while it runs. Undo: drop the index.

create index event_party on api.event (party, transaction, number);
