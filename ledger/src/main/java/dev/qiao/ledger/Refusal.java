package dev.qiao.ledger;

import java.util.Locale;

/**
 * Why a command was refused. Where several reasons apply, over all legs, the one declared first is
 * given: what is wrong with the command itself, then with what it names, with its accounts, and
 * with the amounts. The reference page and the table of tests keep this order.
 */
public enum Refusal {
  ID_NOT_TIME_ORDERED(false, "The id is not a UUID version 7."),
  ID_TOO_FAR_AHEAD(false, "The id carries a time more than 24 hours after ledger time."),
  ID_TOO_OLD(false, "The id carries a time of which the ledger has put its postings aside."),
  NO_LEGS(true, "There is nothing to move: a posting needs a leg, a capture a share."),
  TOO_MANY_LEGS(true, "There are more than 100 legs or shares."),
  AMOUNT_NOT_POSITIVE(true, "An amount is zero or negative."),
  SAME_ACCOUNT(true, "A leg debits and credits the same account."),
  EXPIRY_NOT_AHEAD(true, "The hold would expire at or before ledger time."),
  GUARD_MISSED(
      true, "A business row that the command depends on is not in the state it asked for."),
  HOLD_EXISTS(true, "Another command has made a hold of this id."),
  HOLD_NOT_FOUND(true, "The hold does not exist."),
  HOLD_EXPIRED(true, "The hold has expired."),
  HOLD_FINISHED(true, "The hold is fully captured or released."),
  POSTING_NOT_FOUND(true, "What is to be reversed does not exist, or was refused."),
  NOT_REVERSIBLE(true, "What is to be reversed is itself a reversal, or moved nothing."),
  WHOLE_ONLY(true, "A part was to be reversed of something with several legs."),
  ALREADY_REVERSED(true, "Nothing remains to be reversed."),
  ACCOUNT_NOT_FOUND(true, "An account does not exist."),
  ALLOWANCE_NOT_FOUND(true, "An allowance does not exist."),
  UNIT_MISMATCH(true, "An amount is in another unit than its account or allowance."),
  ACCOUNT_CLOSED(true, "An account is closed."),
  FROZEN_FOR_DEBIT(true, "The debited or held account is frozen for debits."),
  FROZEN_FOR_CREDIT(true, "The credited account is frozen for credits."),
  EXCEEDS_HOLD(true, "The capture is more than the hold still sets aside."),
  EXCEEDS_REMAINING(true, "The amount is more than what remains to be reversed."),
  ALLOWANCE_EXCEEDED(true, "More would be used than an allowance's cap leaves in its window."),
  INSUFFICIENT_FUNDS(true, "The available balance would fall below the account's floor."),
  CEILING_EXCEEDED(true, "The posted balance would rise above the account's ceiling."),
  BALANCE_OUT_OF_RANGE(true, "A balance would leave the range of -(2^53-1) to 2^53-1.");

  private static final Refusal[] ALL = values();

  private final boolean durable;
  private final String meaning;

  Refusal(boolean durable, String meaning) {
    this.durable = durable;
    this.meaning = meaning;
  }

  /** The code by which it is stored and spoken of outside, such as {@code insufficient_funds}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the same id gets the same answer for ever. */
  public boolean durable() {
    return durable;
  }

  /** What it means, as a sentence. */
  public String meaning() {
    return meaning;
  }

  static Refusal ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** A set of reasons is a sum of their bits. */
  long bit() {
    return 1L << ordinal();
  }

  /** The first in the declared order of a set that is not empty. */
  static Refusal first(long bits) {
    return ALL[Long.numberOfTrailingZeros(bits)];
  }
}
