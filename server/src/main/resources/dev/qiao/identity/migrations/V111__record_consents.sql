-- What people were asked and what they said, each time anew: a withdrawal is a row, not a change.
-- New table only: no locks on anything in use. Undo: drop table identity.consent (loses the proof of consent).

create table identity.consent (
  id uuid primary key,
  person uuid not null references identity.person,
  purpose text not null,
  version text not null,
  language text not null check (language in ('zh-CN', 'en')),
  given boolean not null,
  at timestamptz not null
);
create index consent_person on identity.consent (person, purpose, id);
revoke update, delete, truncate on identity.consent from qiao_app;
