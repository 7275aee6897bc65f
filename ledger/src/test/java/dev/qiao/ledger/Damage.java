package dev.qiao.ledger;

import java.util.Map;

/**
 * What somebody with the owner's password, a bad disk or a bug could do to a ledger, and a part of
 * the subject or figure by which an audit has to name it. Names in braces are those of {@link
 * DamagedLedger}.
 */
enum Damage {
  CHANGED_AMOUNT(
      "update {posting} set amount = amount + 1 where id = '{last}'", "account {alice} "),
  CHANGED_AMOUNT_OF_A_LEG("update {leg} set amount = amount + 1", "account {bob} "),
  DELETED_POSTING("delete from {posting} where id = '{last}'", "account {alice} "),
  DOUBLED_POSTING(
      """
      insert into {posting} select '{new}', at, digest, hold, reverses, channel, verb, refusal, kind, reference, scene,
        attributes, debit, credit, amount, debit_sequence, debit_posted, debit_held, credit_sequence, credit_posted, credit_held
      from {posting} where id = '{first}'
      """,
      "account {alice} (person:alice:CNY) after change 1 by posting {new}"),
  CHANGED_BALANCE_AFTER(
      "update {posting} set credit_posted = credit_posted - 1 where id = '{last}'",
      "account {bob} "),
  GAP(
      "update {posting} set debit_sequence = debit_sequence + 1 where id = '{last}'",
      "account {alice} "),
  CHANGED_BALANCE(
      "update ledger.account set posted = posted + 1 where id = {alice}", "account {alice} "),
  CHANGED_SEQUENCE("update ledger.account set sequence = 1 where id = {alice}", "account {alice} "),
  SET_BACK(
      """
      update ledger.account a set sequence = t.sequence, posted = t.posted, held = t.held from ledger.touch t
      where a.id = {bob} and t.account = a.id and t.sequence = a.sequence - 1
      """,
      "account {bob} "),
  CHANGED_HELD("update ledger.account set held = held + 1 where id = {alice}", "account {alice} "),
  CHANGED_HOLD(
      "update ledger.hold set amount = amount + 1 where id = '{hold}'",
      "hold {hold} of account {bob}"),
  CHANGED_CAPTURE(
      "update ledger.hold set captured = captured + 1 where id = '{hold}'",
      "hold {hold} of account {bob}"),
  CHANGED_CHANGE_OF_HOLD(
      "update {hold_change} set amount = amount + 1 where hold = '{hold}'",
      "hold {hold} of account {bob}"),
  MOVED_HOLD(
      "update ledger.hold set account = {alice} where id = '{hold}'", "account of hold {hold}"),
  CHANGED_ALLOWANCE(
      "update ledger.allowance set slots = array[1] where id = {allowance}",
      "allowance {allowance} (day)"),
  CHANGED_USE("update {allowance_use} set amount = amount + 1", "allowance {allowance} (day)"),
  ORPHAN_LEGS("delete from {posting} where id = '{two}'", "leg 2 of posting {two}"),
  ORPHAN_LEG_WITHOUT_ACCOUNT(
      """
      insert into {leg} select posting, 3, null, {alice}, 9999, 1, 99, 0, 0, 1, 1, 0
      from {leg} where posting = '{two}' and number = 2
      """,
      "account 9999"),
  ORPHAN_USE("delete from {posting} where id = '{using}'", "use 1 of allowance {allowance}"),
  ORPHAN_CHANGE_OF_HOLD(
      "delete from {posting} where id = '{holding}'", "change of hold {hold} by posting {holding}"),
  LOST_LEG("delete from {leg} where posting = '{two}'", "account {bob} "),
  LOST_CHANGE_OF_HOLD("delete from {hold_change} where hold = '{hold}'", "posting {holding}"),
  LOST_HOLD("delete from ledger.hold where id = '{hold}'", "hold {hold}"),
  LOST_ALLOWANCE("delete from ledger.allowance where id = {allowance}", "allowance {allowance}"),
  LOST_ACCOUNT("delete from ledger.account where id = {carol}", "account {carol}"),
  FROZEN_BY_NOBODY(
      "update ledger.account set frozen_debit = true where id = {alice}",
      "account {alice} (person:alice:CNY) frozen for debit"),
  STOPPED_BY_NOBODY(
      "update ledger.account set frozen_credit = true where id = {carol}",
      "account {carol} (person:carol:CNY) frozen for credit"),
  REVERSED_TOO_MUCH(
      """
      insert into {posting} select '{new}', at, digest, null, id, channel, 'reverse', null, kind, reference, scene,
        attributes, credit, debit, amount + 1, credit_sequence, credit_posted, credit_held, debit_sequence, debit_posted, debit_held
      from {posting} where id = '{first}'
      """,
      "posting {first} reversed from {alice} to "),
  REFUSED_THAT_MOVED(
      "update {posting} set refusal = 'x' where id = '{holding}'",
      "change of hold {hold} by posting {holding}");

  private final String statement;
  private final String named;

  Damage(String statement, String named) {
    this.statement = statement;
    this.named = named;
  }

  String statement(Map<String, String> names) {
    return filled(statement, names);
  }

  String named(Map<String, String> names) {
    return filled(named, names);
  }

  private static String filled(String template, Map<String, String> names) {
    String text = template;
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace("{" + name.getKey() + "}", name.getValue());
    }
    return text;
  }
}
