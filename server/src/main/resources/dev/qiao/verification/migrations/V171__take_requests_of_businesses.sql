-- Businesses show what they are and whose by the same requests and documents as people.
-- Locks: both tables for a moment, nothing is rewritten. Stop older instances first: they know the columns by their old names.
-- Undo: delete what is of businesses, drop both columns subject_kind, rename both columns subject to person.

alter table verification.request rename column person to subject;
alter table verification.request
  add column subject_kind text not null default 'person' check (subject_kind in ('person', 'business'));
alter table verification.request alter column subject_kind drop default;

alter table verification.document rename column person to subject;
alter table verification.document
  add column subject_kind text not null default 'person' check (subject_kind in ('person', 'business'));
alter table verification.document alter column subject_kind drop default;

alter index verification.request_person rename to request_subject;
alter index verification.document_person rename to document_subject;

comment on column verification.document.life is 'which of the subject''s keys opens it; the law makes us keep what a tier was granted on';
