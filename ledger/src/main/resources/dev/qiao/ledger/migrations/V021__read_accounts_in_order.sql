-- Adds a view by which the changes of one account are read in order from the indexes, however many there are: through the view
-- "touch" a page of a busy account's statement read and sorted all of them.
-- Locks: the views, for an instant. Undo: drop the view, recreate the function of V004.

create or replace function ledger.show_periods() returns void language plpgsql as $$
declare
  view_name text;
  part text;
  whole text;
begin
  for view_name, part in values
    -- Every stored command.
    ('command', 'select id, at, digest, hold, reverses, channel, verb, refusal, kind, reference, scene, attributes,
      debit, credit, amount, debit_sequence, debit_posted, debit_held, credit_sequence, credit_posted, credit_held
      from %1$s.posting%2$s'),
    -- Every leg.
    ('move', 'select id as posting, 1::smallint as number, case when verb = ''capture'' then hold end as hold, debit, credit, amount,
      debit_sequence, debit_posted, coalesce(debit_held, 0) as debit_held,
      credit_sequence, credit_posted, coalesce(credit_held, 0) as credit_held
      from %1$s.posting%2$s where debit is not null and credit is not null
      union all select posting, number, hold, debit, credit, amount, debit_sequence, debit_posted, debit_held,
      credit_sequence, credit_posted, credit_held
      from %1$s.leg%2$s'),
    ('change_of_hold', 'select posting, hold, account, amount, sequence, posted, held from %1$s.hold_change%2$s'),
    ('use_of_allowance', 'select posting, number, allowance, window_start, amount, hold from %1$s.allowance_use%2$s'),
    -- Every change of an account in one shape.
    ('touch', 'select debit as account, debit_sequence as sequence, id as posting, 1::smallint as number, credit as counterparty,
      -amount as amount, case when verb = ''capture'' then -amount else 0 end as held_amount,
      debit_posted as posted, coalesce(debit_held, 0) as held
      from %1$s.posting%2$s where debit is not null
      union all select credit, credit_sequence, id, 1::smallint, debit, amount, 0::bigint, credit_posted, coalesce(credit_held, 0)
      from %1$s.posting%2$s where credit is not null
      union all select debit, debit_sequence, posting, number, credit, -amount, case when hold is null then 0 else -amount end,
      debit_posted, debit_held
      from %1$s.leg%2$s
      union all select credit, credit_sequence, posting, number, debit, amount, 0::bigint, credit_posted, credit_held
      from %1$s.leg%2$s
      union all select account, sequence, posting, 32767::smallint, null::bigint, 0::bigint, amount, posted, held
      from %1$s.hold_change%2$s'),
    -- The same, to be asked for one account only: rows that change none are in it too, with no account. Without conditions of
    -- its own each part is planned as a table, and its index gives the order.
    ('touch_by_account', 'select debit as account, debit_sequence as sequence, id as posting, 1::smallint as number, credit as counterparty,
      -amount as amount, case when verb = ''capture'' then -amount else 0 end as held_amount,
      debit_posted as posted, coalesce(debit_held, 0) as held
      from %1$s.posting%2$s
      union all select credit, credit_sequence, id, 1::smallint, debit, amount, 0::bigint, credit_posted, coalesce(credit_held, 0)
      from %1$s.posting%2$s
      union all select debit, debit_sequence, posting, number, credit, -amount, case when hold is null then 0 else -amount end,
      debit_posted, debit_held
      from %1$s.leg%2$s
      union all select credit, credit_sequence, posting, number, debit, amount, 0::bigint, credit_posted, credit_held
      from %1$s.leg%2$s
      union all select account, sequence, posting, 32767::smallint, null::bigint, 0::bigint, amount, posted, held
      from %1$s.hold_change%2$s')
  loop
    select format(part, 'ledger', '') || coalesce(string_agg(' union all ' || format(part, 'ledger_archive', '_' || p.name), '' order by p.first_id), '')
    into whole from ledger.period p where p.archived;
    execute format('create or replace view ledger.%I as %s', view_name, whole);
  end loop;
end
$$;

do $$ begin perform ledger.show_periods(); end $$;
grant select on ledger.touch_by_account to qiao_app;
