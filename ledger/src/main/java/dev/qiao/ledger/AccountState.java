package dev.qiao.ledger;

import dev.qiao.money.Unit;

/**
 * What deciding needs to know of an account. Changes in place, and can go back to what it was
 * before the current command.
 */
final class AccountState {
  static final long NO_FLOOR = Long.MIN_VALUE;
  static final long NO_CEILING = Long.MAX_VALUE;

  final long number;
  final Unit unit;
  final long floor;
  final long ceiling;
  final boolean frozenForDebit;
  final boolean frozenForCredit;
  final boolean closed;

  /** Credits less debits. */
  long posted;

  long held;
  long sequence;
  long version;

  /** The latest ledger time on it. */
  long touchedAt;

  /** The version that the database is known to have. */
  long storedVersion;

  private long command;
  private long postedBefore;
  private long heldBefore;
  private long sequenceBefore;
  private long versionBefore;
  private long touchedBefore;

  AccountState(
      long number,
      Unit unit,
      long floor,
      long ceiling,
      boolean frozenForDebit,
      boolean frozenForCredit,
      boolean closed) {
    this.number = number;
    this.unit = unit;
    this.floor = floor;
    this.ceiling = ceiling;
    this.frozenForDebit = frozenForDebit;
    this.frozenForCredit = frozenForCredit;
    this.closed = closed;
  }

  AccountState at(
      long newPosted, long newHeld, long newSequence, long newVersion, long newTouchedAt) {
    posted = newPosted;
    held = newHeld;
    sequence = newSequence;
    version = newVersion;
    storedVersion = newVersion;
    touchedAt = newTouchedAt;
    return this;
  }

  /** Says whether this is the command's first change of it. */
  boolean beginChange(long ofCommand) {
    if (command == ofCommand) {
      return false;
    }
    command = ofCommand;
    postedBefore = posted;
    heldBefore = held;
    sequenceBefore = sequence;
    versionBefore = version;
    touchedBefore = touchedAt;
    return true;
  }

  void change(long postedBy, long heldBy, long at) {
    posted += postedBy;
    held += heldBy;
    sequence++;
    version++;
    touchedAt = at;
  }

  /** Keeps the changes of the current command. */
  void keep() {
    command = 0;
  }

  /** Undoes all changes of the current command. */
  void undo() {
    command = 0;
    posted = postedBefore;
    held = heldBefore;
    sequence = sequenceBefore;
    version = versionBefore;
    touchedAt = touchedBefore;
  }

  boolean isChanged() {
    return version != storedVersion;
  }

  Balance balance() {
    return new Balance(new AccountId(number), unit, posted, held, sequence);
  }
}
