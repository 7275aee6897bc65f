-- Nobody looks in with a password alone: people are asked for a code beside it on a browser that they never signed in
-- from, staff for the second factor that they then set up as they come in. Rules that were changed from what came with
-- V121 stay. Locks identity.factor_policy for a moment. Undo: set the four rows back to if_enrolled, and the constraints
-- as they were.
alter table identity.factor_policy drop constraint factor_policy_second_factor_check;
alter table identity.factor_policy add constraint factor_policy_second_factor_check
  check (second_factor in ('if_enrolled', 'on_new_device', 'required'));
alter table identity.factor_policy add constraint codes_reach_people
  check (second_factor <> 'on_new_device' or role = 'person');
update identity.factor_policy set second_factor = 'on_new_device' where role = 'person' and second_factor = 'if_enrolled';
update identity.factor_policy set second_factor = 'required'
where role in ('owner', 'manager', 'cashier') and second_factor = 'if_enrolled';
