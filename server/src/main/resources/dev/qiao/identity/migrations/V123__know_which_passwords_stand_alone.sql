-- A password of 15 characters may be all that is asked for; a shorter one needs a second factor beside it. Those from
-- before were never shorter than eight, and nobody knows more: they count as good until they are changed.
-- Locks identity.password for a moment. Undo: drop the column.

alter table identity.password add column stands_alone boolean not null default true;
