package dev.qiao.ledger;

/**
 * An allowance of this reference exists with other terms that never change. A mistake of the
 * program that opens it.
 */
public final class AllowanceTermsDiffer extends IllegalStateException {
  AllowanceTermsDiffer(AllowanceTerms asked) {
    super("The allowance " + asked.reference() + " has another window, unit or way with reversals");
  }
}
