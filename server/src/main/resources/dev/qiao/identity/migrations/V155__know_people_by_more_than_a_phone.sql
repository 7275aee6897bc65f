-- Emails beside phones, numbers and addresses that went to somebody else, by what a session was proved last, and a
-- whole wallet that cools. Locks identity.person, one_time_code, sign_up, half_sign_in and session for a moment each.
-- Undo: drop the tables and columns and rename the two back (loses emails; people without a phone cannot sign in).

alter table identity.one_time_code rename column phone_index to contact_index;
alter table identity.one_time_code rename column phone_sealed to contact_sealed;
alter table identity.one_time_code drop constraint one_time_code_purpose_check;
alter table identity.one_time_code add constraint one_time_code_purpose_check
  check (purpose in ('sign_in', 'reset_pin', 'add_contact', 'change_phone', 'recover'));
alter table identity.sign_up rename column phone_sealed to contact_sealed;

-- Who has shown a phone or email on a new device is counted by it, whether or not it is somebody's.
alter table identity.half_sign_in add column subject bytea;

-- phone_taken_at: when the number came to them from somebody else; for a while it finds them for nobody who pays.
-- cooling_until: until then all of the wallet moves little money.
alter table identity.person
  add column phone_taken_at timestamptz,
  add column cooling_until timestamptz;

alter table identity.session add column proved_by text;
create index confirmation_person on identity.confirmation (person);

create table identity.email (
  id uuid primary key,
  person uuid not null references identity.person,
  address_index bytea not null unique,
  address_sealed bytea not null,
  added_at timestamptz not null
);
create index email_person on identity.email (person);

-- What somebody else has shown to be theirs since. The one who had it is told after the commit, at told_at.
create table identity.lost_contact (
  id uuid primary key,
  person uuid not null references identity.person,
  kind text not null check (kind in ('phone', 'email')),
  contact_index bytea not null,
  lost_at timestamptz not null,
  told_at timestamptz
);
create index lost_contact_index on identity.lost_contact (contact_index);
create index lost_contact_person on identity.lost_contact (person);
create index lost_contact_untold on identity.lost_contact (lost_at) where told_at is null;
