-- Who opened a merchant does not verify it. Of merchants opened before, nobody is known to have.
-- Locks: merchant.merchant for a moment, nothing is rewritten. Undo: alter table merchant.merchant drop column opened_by.

alter table merchant.merchant add column opened_by uuid;

comment on column merchant.merchant.opened_by is 'the operator; null where it was the system, or is not known';
