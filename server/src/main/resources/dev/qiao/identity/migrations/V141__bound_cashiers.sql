-- A cashier may be bound to a store, and may give back money up to a limit a day, in minor units of the platform's
-- currency; null is none. Locks identity.staff for the moment of adding columns.
-- Undo: drop the columns (cashiers see every store and give nothing back).

alter table identity.staff
  add column store uuid,
  add column refund_limit bigint check (refund_limit > 0),
  add constraint only_cashiers_are_bound check (
    role = 'cashier' or store is null and refund_limit is null);
