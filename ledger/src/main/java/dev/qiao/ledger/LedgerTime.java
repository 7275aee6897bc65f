package dev.qiao.ledger;

/** Ledger time: the later of the clock and the latest time on what a command touches. */
final class LedgerTime {
  private LedgerTime() {}

  static long of(Command command, World world, long clock) {
    return switch (command) {
      case Posting posting -> {
        long at = clock;
        for (Leg leg : posting.legs()) {
          at = later(at, world.account(leg.debit()));
          at = later(at, world.account(leg.credit()));
        }
        yield later(at, posting.uses(), world);
      }
      case Hold hold -> later(later(clock, world.account(hold.account())), hold.uses(), world);
      case Increase increase ->
          later(ofHold(clock, increase.hold(), world), increase.uses(), world);
      case Capture capture -> {
        long at = ofHold(clock, capture.hold(), world);
        for (Share share : capture.to()) {
          at = later(at, world.account(share.credit()));
        }
        yield at;
      }
      case Release release -> ofHold(clock, release.hold(), world);
      case Expiry expiry -> ofHold(clock, expiry.hold(), world);
      case Reversal reversal -> ofPast(clock, world.past.get(reversal.of()), world);
    };
  }

  private static long ofHold(long clock, HoldId id, World world) {
    HoldState hold = world.holds.get(id);
    if (hold == null) {
      return clock;
    }
    long at = later(clock, world.accounts.get(hold.account()));
    for (Used used : hold.used()) {
      at = later(at, world.allowances.get(used.allowance()));
    }
    return at;
  }

  private static long ofPast(long clock, PastPosting past, World world) {
    long at = clock;
    if (past != null) {
      for (Leg leg : past.legs()) {
        at = later(at, world.account(leg.debit()));
        at = later(at, world.account(leg.credit()));
      }
      for (Used used : past.used()) {
        at = later(at, world.allowances.get(used.allowance()));
      }
    }
    return at;
  }

  private static long later(long at, Iterable<Use> uses, World world) {
    long latest = at;
    for (Use use : uses) {
      latest = later(latest, world.allowance(use.allowance()));
    }
    return latest;
  }

  private static long later(long at, AccountState account) {
    return account == null ? at : Math.max(at, account.touchedAt);
  }

  private static long later(long at, AllowanceState allowance) {
    return allowance == null ? at : Math.max(at, allowance.touchedAt());
  }
}
