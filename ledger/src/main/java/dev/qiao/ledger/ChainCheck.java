package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Follows accounts from change to change: each balance is the one before it and the change, numbers
 * have no gap, and the account stands where its last change has left it. After a difference it goes
 * on from what is stored, so that one damage is one finding and not all that follow from it.
 */
final class ChainCheck {

  /** An account as it is stored. */
  record Account(long number, long posted, long held, long sequence) {}

  /** A change of it, with the balances after it. */
  record Change(long sequence, UUID posting, long posted, long held, long amount, long heldBy) {}

  /** A difference; after the last change, of the account itself, the posting is null. */
  record Finding(
      long account, long sequence, UUID posting, String figure, long expected, long actual) {

    /** Of an account whose changes make no chain, though none of them differs read in order. */
    static Finding unexplained(long account) {
      return new Finding(account, 0, null, "chain", 1, 0);
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private final boolean fromTheFirst;
  private Account account;
  private long sequence;
  private long posted;
  private long held;
  private boolean isKnown;
  private long accounts;
  private long changes;

  private ChainCheck(boolean fromTheFirst) {
    this.fromTheFirst = fromTheFirst;
  }

  /** For rows that begin with each account's first change. */
  static ChainCheck fromTheFirst() {
    return new ChainCheck(true);
  }

  /** For rows that begin anywhere: what was before the first of them is not known. */
  static ChainCheck fromAnywhere() {
    return new ChainCheck(false);
  }

  /** Takes a row; accounts one after the other, changes in order. Null for no change. */
  void take(Account of, Change change) {
    if (account == null || account.number() != of.number()) {
      finish();
      account = of;
      accounts++;
      sequence = 0;
      posted = 0;
      held = 0;
      isKnown = fromTheFirst;
    }
    if (change != null) {
      take(change);
    }
  }

  private void take(Change change) {
    changes++;
    if (isKnown || change.sequence() == 1) {
      compare(change, "sequence", sequence + 1, change.sequence());
      compare(change, "posted", posted + change.amount(), change.posted());
      compare(change, "held", held + change.heldBy(), change.held());
    }
    isKnown = true;
    sequence = change.sequence();
    posted = change.posted();
    held = change.held();
  }

  /** After the last row: the account at hand has no more changes. */
  void finish() {
    if (account == null) {
      return;
    }
    compare(null, "posted", posted, account.posted());
    compare(null, "held", held, account.held());
    compare(null, "sequence", sequence, account.sequence());
    account = null;
  }

  private void compare(Change after, String figure, long expected, long actual) {
    if (expected != actual) {
      findings.add(
          new Finding(
              account.number(),
              after == null ? 0 : after.sequence(),
              after == null ? null : after.posting(),
              figure,
              expected,
              actual));
    }
  }

  /** The number of the last change taken. */
  long sequence() {
    return sequence;
  }

  long changes() {
    return changes;
  }

  List<Finding> findings() {
    return findings;
  }

  AuditFigures figures() {
    return AuditFigures.ofAccounts(accounts, changes);
  }
}
