-- Businesses have tiers as people do. Class 4: ids and names of tiers.
-- Locks: identity.tier for a moment, nothing is rewritten. Stop older instances first: they know the column by its old name.
-- Undo: delete from identity.tier where subject_kind = 'business'; alter table identity.tier drop column subject_kind;
--   alter table identity.tier rename column subject to person.

alter table identity.tier rename column person to subject;
alter table identity.tier
  add column subject_kind text not null default 'person' check (subject_kind in ('person', 'business'));
alter table identity.tier alter column subject_kind drop default;

comment on column identity.tier.zone is 'where their days begin, if not where the platform''s do';
