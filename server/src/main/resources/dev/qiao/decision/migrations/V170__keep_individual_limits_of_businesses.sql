-- Businesses may have limits of their own as people may.
-- Locks: decision.individual_limit for a moment, nothing is rewritten. Stop older instances first: they know the column by its old name.
-- Undo: as of identity's V170.

alter table decision.individual_limit rename column person to subject;
alter table decision.individual_limit
  add column subject_kind text not null default 'person' check (subject_kind in ('person', 'business'));
alter table decision.individual_limit alter column subject_kind drop default;
