-- The store of a merchant's event, so that a cashier's stream shows their own store alone.
-- Locks: the table for an instant; no row is rewritten. Undo: alter table api.event drop column place.

alter table api.event add column place uuid;

comment on column api.event.place is 'the store where it arose; null for other than merchants'' events, and for those before this step';
