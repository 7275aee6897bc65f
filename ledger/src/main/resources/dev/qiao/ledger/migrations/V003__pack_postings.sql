-- Lets a posting keep its first leg in its own row: one row and fewer index entries for the most common command.
-- Further legs, and all legs of older postings, stay in ledger.leg; readers use the views.
-- Locks: ledger.posting for an instant (no column has a default), then for the two indexes, which are empty at first.
-- Undo: move the first legs back to ledger.leg, drop the columns, recreate the view of V001.

alter table ledger.posting
  add column debit bigint,
  add column credit bigint,
  add column amount bigint,
  add column debit_sequence bigint,
  add column debit_posted bigint,
  add column debit_held bigint,
  add column credit_sequence bigint,
  add column credit_posted bigint,
  add column credit_held bigint,
  add constraint posting_leg check (
    debit is null and credit is null and amount is null
    or refusal is null and debit <> credit and amount between 1 and 9007199254740991
      and debit_sequence is not null and debit_posted is not null
      and credit_sequence is not null and credit_posted is not null),
  add constraint posting_held check (debit_held > 0 and credit_held > 0);

comment on column ledger.posting.debit_held is 'null for nothing held, which is what is common';

-- Not unique: the account's version, which every writer proves, numbers its changes, and the audit counts them. A unique
-- index would make two writers wait for each other before either has shown which of them is late.
create index posting_debit on ledger.posting (debit, debit_sequence) where debit is not null;
create index posting_credit on ledger.posting (credit, credit_sequence) where credit is not null;

-- The writer locks the accounts of a leg, or proves their versions, before it writes the leg: looking each of them up again
-- in a trigger would cost as much as the leg. The audit finds a leg without its account.
alter table ledger.leg
  drop constraint leg_debit_fkey,
  drop constraint leg_credit_fkey;

-- Room in each page for the versions of busy accounts: it is cleaned up less often.
alter table ledger.account set (fillfactor = 50);

drop view ledger.touch;

-- Every leg.
create view ledger.move as
select
  id as posting, 1::smallint as number, case when verb = 'capture' then hold end as hold, debit, credit, amount,
  debit_sequence, debit_posted, coalesce(debit_held, 0) as debit_held,
  credit_sequence, credit_posted, coalesce(credit_held, 0) as credit_held
from ledger.posting
where debit is not null and credit is not null
union all
select
  posting, number, hold, debit, credit, amount,
  debit_sequence, debit_posted, debit_held, credit_sequence, credit_posted, credit_held
from ledger.leg;

-- Every change of an account in one shape.
create view ledger.touch as
select
  debit as account, debit_sequence as sequence, posting, number, credit as counterparty,
  -amount as amount, case when hold is null then 0 else -amount end as held_amount,
  debit_posted as posted, debit_held as held
from ledger.move
union all
select credit, credit_sequence, posting, number, debit, amount, 0::bigint, credit_posted, credit_held
from ledger.move
union all
select account, sequence, posting, 32767::smallint, null::bigint, 0::bigint, amount, posted, held
from ledger.hold_change;

grant select on ledger.move, ledger.touch to qiao_app;
