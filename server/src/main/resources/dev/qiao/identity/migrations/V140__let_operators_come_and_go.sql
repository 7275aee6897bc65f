-- Operators are invited, and leave: their rows stay, since the audit trail names them. An operator's own invitation
-- takes the place of the first administrator's for all but the first. was_administrator: whether they ever were one.
-- Locks identity.operator and identity.invitation for the moment of adding columns.
-- Undo: drop the columns and the constraint (those who left could sign in again).

alter table identity.operator
  add column state text not null default 'active' check (state in ('invited', 'active', 'closed')),
  add column was_administrator boolean not null default false,
  add constraint operator_role_known check (
    role in ('administrator', 'support', 'risk', 'finance', 'compliance'));
update identity.operator set was_administrator = true where role = 'administrator';

alter table identity.invitation
  add column operator uuid references identity.operator,
  drop constraint invitation_check,
  add constraint invitation_is_for_one check (num_nonnulls(staff, operator, operator_role) = 1);
create index invitation_operator on identity.invitation (operator);
