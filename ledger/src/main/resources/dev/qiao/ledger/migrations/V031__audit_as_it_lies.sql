-- The self-audit follows all accounts' changes at once, as they lie in storage, and no longer one account after the other.
-- A pass under way begins again: an older instance does not know its place, and audits what is recent only.
-- Undo: the same update once more.

comment on column ledger.audit_pass.after_sequence is 'how many changes of the accounts that come after after_number were read so far, up to after_id';

update ledger.audit_pass
set step = step + 1, begun_at = null, area = null, after_sequence = 0, accounts = 0, postings = 0, changes = 0, holds = 0, allowances = 0, differences = 0;
