-- Names, phones and logins move into columns that are sealed by keys of the vault, and are found by blind indexes.
-- The program seals what there is at its next start (SealedIdentity), for which it needs the key; here is the room for it.
-- Locks the tables for a moment. Codes and half-finished sign-ups of the last minutes are forgotten: ask for another.
-- Undo: not by SQL, since nothing here can be read by it.

alter table identity.person
  alter column phone drop not null,
  alter column name drop not null,
  add column name_sealed bytea,
  add column phone_sealed bytea,
  add column name_kept bytea,
  add column phone_kept bytea,
  add column phone_index bytea unique,
  add column phone_end_index bytea,
  add column erased_at timestamptz,
  add constraint person_in_the_clear check (phone is null and name is null) not valid;
drop index identity.person_phone_end;
create index person_phone_end on identity.person (phone_end_index);
comment on column identity.person.name_kept is 'the same under the key that the law makes us keep; opened by nobody but with a reason';

create table identity.person_word (
  word bytea not null,
  person uuid not null references identity.person,
  primary key (word, person)
);
create index person_word_person on identity.person_word (person);

alter table identity.staff
  alter column login drop not null,
  alter column name drop not null,
  add column login_sealed bytea,
  add column name_sealed bytea,
  add column login_index bytea unique,
  add constraint staff_in_the_clear check (login is null and name is null) not valid;

alter table identity.operator
  alter column login drop not null,
  alter column name drop not null,
  add column login_sealed bytea,
  add column name_sealed bytea,
  add column login_index bytea unique,
  add constraint operator_in_the_clear check (login is null and name is null) not valid;

delete from identity.one_time_code;
alter table identity.one_time_code
  drop column phone,
  add column phone_index bytea not null,
  add column phone_sealed text not null,
  add primary key (phone_index, purpose);

delete from identity.sign_up;
alter table identity.sign_up drop column phone, add column phone_sealed text not null;

-- Their subjects were hashes that could be guessed.
delete from identity.attempt;
