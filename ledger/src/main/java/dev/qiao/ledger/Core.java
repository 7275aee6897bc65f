package dev.qiao.ledger;

import static dev.qiao.ledger.Refusal.ACCOUNT_CLOSED;
import static dev.qiao.ledger.Refusal.ACCOUNT_NOT_FOUND;
import static dev.qiao.ledger.Refusal.ALLOWANCE_EXCEEDED;
import static dev.qiao.ledger.Refusal.ALLOWANCE_NOT_FOUND;
import static dev.qiao.ledger.Refusal.ALREADY_REVERSED;
import static dev.qiao.ledger.Refusal.AMOUNT_NOT_POSITIVE;
import static dev.qiao.ledger.Refusal.BALANCE_OUT_OF_RANGE;
import static dev.qiao.ledger.Refusal.CEILING_EXCEEDED;
import static dev.qiao.ledger.Refusal.EXCEEDS_HOLD;
import static dev.qiao.ledger.Refusal.EXCEEDS_REMAINING;
import static dev.qiao.ledger.Refusal.EXPIRY_NOT_AHEAD;
import static dev.qiao.ledger.Refusal.FROZEN_FOR_CREDIT;
import static dev.qiao.ledger.Refusal.FROZEN_FOR_DEBIT;
import static dev.qiao.ledger.Refusal.GUARD_MISSED;
import static dev.qiao.ledger.Refusal.HOLD_EXISTS;
import static dev.qiao.ledger.Refusal.HOLD_EXPIRED;
import static dev.qiao.ledger.Refusal.HOLD_FINISHED;
import static dev.qiao.ledger.Refusal.HOLD_NOT_FOUND;
import static dev.qiao.ledger.Refusal.ID_NOT_TIME_ORDERED;
import static dev.qiao.ledger.Refusal.ID_TOO_FAR_AHEAD;
import static dev.qiao.ledger.Refusal.ID_TOO_OLD;
import static dev.qiao.ledger.Refusal.INSUFFICIENT_FUNDS;
import static dev.qiao.ledger.Refusal.NOT_REVERSIBLE;
import static dev.qiao.ledger.Refusal.NO_LEGS;
import static dev.qiao.ledger.Refusal.POSTING_NOT_FOUND;
import static dev.qiao.ledger.Refusal.SAME_ACCOUNT;
import static dev.qiao.ledger.Refusal.TOO_MANY_LEGS;
import static dev.qiao.ledger.Refusal.UNIT_MISMATCH;
import static dev.qiao.ledger.Refusal.WHOLE_ONLY;
import static dev.qiao.money.Money.MINOR_MAX;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides commands, one after the other: a deterministic function of the world, the command, and
 * the time, that changes the world when it accepts. Every rule that is broken is noted; the first
 * in the declared order of {@link Refusal} is the answer, so the order of the checks below means
 * nothing; none may hide an earlier reason by leaving off too soon.
 *
 * <p>No clock, no randomness, no database inside. Not safe for several threads.
 */
final class Core {
  static final int LEGS_MAX = 100;

  /** How much later than ledger time the time of an id may be, in microseconds. */
  static final long AHEAD_MAX = 24 * 3600 * Micros.PER_SECOND;

  private final World world;
  private final List<AccountState> touched = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Used> used = new ArrayList<>();
  private final Map<Long, AllowanceState> allowances = new LinkedHashMap<>();
  private HoldState holdAfter;
  private long commands;
  private long at;
  private long broken;

  Core(World world) {
    this.world = world;
  }

  /**
   * Decides a command and, when it is accepted, changes the world.
   *
   * @param guardMissed whether a business row was not as the command asked for
   * @param clock microseconds; ledger time is later when something touched is
   */
  Decision decide(Command command, boolean guardMissed, long clock) {
    begin(command, clock);
    idOf(command.id().value());
    refuseIf(guardMissed, GUARD_MISSED);
    switch (command) {
      case Posting posting -> post(posting);
      case Hold hold -> hold(hold);
      case Increase increase -> increase(increase);
      case Capture capture -> capture(capture);
      case Release release -> end(release.hold(), End.RELEASED);
      case Reversal reversal -> reverse(reversal);
      case Expiry expiry -> expire(expiry.hold());
    }
    return broken == 0 ? accept(command) : decline();
  }

  private void begin(Command command, long clock) {
    commands++;
    broken = 0;
    holdAfter = null;
    touched.clear();
    steps.clear();
    used.clear();
    allowances.clear();
    at = LedgerTime.of(command, world, clock);
  }

  private Decision decline() {
    for (AccountState account : touched) {
      account.undo();
    }
    return new Decision.Declined(at, Refusal.first(broken));
  }

  private Decision accept(Command command) {
    for (AccountState account : touched) {
      account.keep();
    }
    allowances.values().forEach(world::add);
    if (holdAfter != null) {
      world.holds.put(holdAfter.id(), holdAfter);
    }
    remember(command);
    return new Decision.Accepted(
        at,
        List.copyOf(steps),
        balances(),
        Optional.ofNullable(holdAfter),
        used.isEmpty() ? List.of() : List.copyOf(used));
  }

  private List<Balance> balances() {
    return switch (touched.size()) {
      case 1 -> List.of(touched.getFirst().balance());
      case 2 -> List.of(touched.getFirst().balance(), touched.getLast().balance());
      default -> touched.stream().map(AccountState::balance).toList();
    };
  }

  /** Keeps what a later reversal needs. */
  private void remember(Command command) {
    if (command instanceof Reversal reversal) {
      PastPosting before = world.past.get(reversal.of());
      world.past.put(reversal.of(), before.reversedBy(moved()));
    }
    if (command instanceof Increase increase) {
      Optional<HoldId> hold = Optional.of(increase.hold());
      world.past.replaceAll((_, past) -> past.hold().equals(hold) ? past.of(holdAfter) : past);
    }
    if (world.wanted.contains(command.id())) {
      world.past.put(command.id(), past(command));
    }
  }

  private PastPosting past(Command command) {
    List<Used> hold = holdAfter == null ? List.of() : holdAfter.used();
    return switch (command) {
      case Posting posting ->
          new PastPosting(
              false,
              false,
              posting.legs(),
              0,
              posting.channel(),
              posting.scene(),
              Optional.empty(),
              List.copyOf(used),
              PastPosting.sum(posting.legs()));
      case Capture capture ->
          new PastPosting(
              false,
              false,
              legs(capture),
              0,
              capture.channel(),
              capture.scene(),
              Optional.of(capture.hold()),
              hold,
              holdAfter.amount());
      case Hold _, Increase _, Release _, Reversal _, Expiry _ ->
          new PastPosting(
              command instanceof Reversal,
              false,
              List.of(),
              0,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              0);
    };
  }

  private List<Leg> legs(Capture capture) {
    AccountId account = new AccountId(holdAfter.account());
    return capture.to().stream()
        .map(share -> new Leg(account, share.credit(), share.amount()))
        .toList();
  }

  private long moved() {
    long sum = 0;
    for (Step step : steps) {
      sum += step instanceof Step.Moved leg ? leg.amount() : 0;
    }
    return sum;
  }

  private void idOf(UUID id) {
    boolean ordered = Ids.isTimeOrdered(id);
    refuseIf(!ordered, ID_NOT_TIME_ORDERED);
    refuseIf(ordered && Micros.ofId(id) > at + AHEAD_MAX, ID_TOO_FAR_AHEAD);
    refuseIf(ordered && Micros.ofId(id) < world.idsSince, ID_TOO_OLD);
  }

  private void post(Posting posting) {
    List<Leg> legs = posting.legs();
    refuseIf(legs.isEmpty(), NO_LEGS);
    if (!refuseIf(legs.size() > LEGS_MAX, TOO_MANY_LEGS)) {
      for (Leg leg : legs) {
        move(leg.debit(), leg.credit(), leg.amount(), null);
      }
    }
    use(posting.uses(), null, List.of());
  }

  private void hold(Hold hold) {
    refuseIf(world.holds.containsKey(hold.hold()), HOLD_EXISTS);
    long expiresAt = Micros.of(hold.expiresAt());
    refuseIf(expiresAt <= at, EXPIRY_NOT_AHEAD);
    setAside(hold.hold(), hold.account(), hold.amount());
    use(hold.uses(), hold.hold(), List.of());
    holdAfter =
        new HoldState(
            hold.hold(),
            hold.account().number(),
            hold.amount().minor(),
            0,
            0,
            0,
            expiresAt,
            Optional.empty(),
            hold.reference(),
            List.copyOf(used));
  }

  private void increase(Increase increase) {
    refuseIf(!increase.amount().isPositive(), AMOUNT_NOT_POSITIVE);
    HoldState hold = liveHold(increase.hold());
    use(increase.uses(), increase.hold(), hold == null ? List.of() : hold.used());
    if (hold == null) {
      return;
    }
    setAside(hold.id(), new AccountId(hold.account()), increase.amount());
    List<Used> all = new ArrayList<>(hold.used());
    all.addAll(used);
    holdAfter = hold.increased(increase.amount().minor(), List.copyOf(all));
    refuseIf(holdAfter.amount() > MINOR_MAX, BALANCE_OUT_OF_RANGE);
  }

  private void capture(Capture capture) {
    refuseIf(capture.to().isEmpty(), NO_LEGS);
    boolean tooMany = refuseIf(capture.to().size() > LEGS_MAX, TOO_MANY_LEGS);
    HoldState named = world.holds.get(capture.hold());
    long sum = 0;
    for (Share share : capture.to()) {
      refuseIf(!share.amount().isPositive(), AMOUNT_NOT_POSITIVE);
      refuseIf(named != null && share.credit().number() == named.account(), SAME_ACCOUNT);
      sum += share.amount().minor();
    }
    HoldState hold = liveHold(capture.hold());
    if (hold == null || tooMany) {
      return;
    }
    refuseIf(sum > hold.remaining(), EXCEEDS_HOLD);
    AccountId account = new AccountId(hold.account());
    for (Share share : capture.to()) {
      move(account, share.credit(), share.amount(), hold.id());
    }
    holdAfter = hold.captured(sum);
    if (capture.last() && holdAfter.remaining() > 0) {
      giveBack(holdAfter);
      holdAfter = holdAfter.ended(End.CAPTURED);
    }
  }

  private void end(HoldId id, End end) {
    HoldState hold = liveHold(id);
    if (hold != null) {
      giveBack(hold);
      holdAfter = hold.ended(end);
    }
  }

  private void expire(HoldId id) {
    HoldState hold = world.holds.get(id);
    if (!refuseIf(
        hold == null || hold.ended().isPresent() || at < hold.expiresAt(), HOLD_FINISHED)) {
      giveBack(hold);
      holdAfter = hold.ended(End.EXPIRED);
    }
  }

  private void reverse(Reversal reversal) {
    reversal.amount().ifPresent(amount -> refuseIf(!amount.isPositive(), AMOUNT_NOT_POSITIVE));
    PastPosting past = world.past.get(reversal.of());
    if (refuseIf(past == null || past.refused(), POSTING_NOT_FOUND)) {
      return;
    }
    List<Leg> legs = past.legs();
    if (refuseIf(past.reversal() || legs.isEmpty(), NOT_REVERSIBLE)) {
      return;
    }
    if (legs.size() > 1) {
      refuseIf(reversal.amount().isPresent(), WHOLE_ONLY);
      refuseIf(past.reversed() > 0, ALREADY_REVERSED);
      legs.reversed().forEach(leg -> move(leg.credit(), leg.debit(), leg.amount(), null));
      restore(past, PastPosting.sum(legs));
      return;
    }
    Leg leg = legs.getFirst();
    long remaining = leg.amount().minor() - past.reversed();
    if (refuseIf(remaining == 0, ALREADY_REVERSED)) {
      return;
    }
    Money amount = reversal.amount().orElseGet(() -> Money.of(remaining, leg.amount().unit()));
    refuseIf(amount.minor() > remaining, EXCEEDS_REMAINING);
    move(leg.credit(), leg.debit(), amount, null);
    restore(past, amount.minor());
  }

  /** The named hold while it can still be used; notes why it cannot, and is null then. */
  private HoldState liveHold(HoldId id) {
    HoldState hold = world.holds.get(id);
    if (refuseIf(hold == null, HOLD_NOT_FOUND)) {
      return null;
    }
    boolean overdue = hold.ended().isEmpty() && at >= hold.expiresAt();
    boolean expired =
        refuseIf(overdue || hold.ended().equals(Optional.of(End.EXPIRED)), HOLD_EXPIRED);
    boolean finished = !expired && refuseIf(hold.ended().isPresent(), HOLD_FINISHED);
    return expired || finished ? null : hold;
  }

  private void move(AccountId from, AccountId to, Money money, HoldId hold) {
    AccountState debit = account(from);
    AccountState credit = account(to);
    boolean unusable = refuseIf(!money.isPositive(), AMOUNT_NOT_POSITIVE);
    unusable |= refuseIf(from.number() == to.number(), SAME_ACCOUNT);
    if (unusable || debit == null || credit == null) {
      return;
    }
    long amount = money.minor();
    refuseIf(!money.unit().equals(debit.unit), UNIT_MISMATCH);
    refuseIf(!money.unit().equals(credit.unit), UNIT_MISMATCH);
    refuseIf(debit.frozenForDebit, FROZEN_FOR_DEBIT);
    refuseIf(credit.frozenForCredit, FROZEN_FOR_CREDIT);
    change(debit, -amount, hold == null ? 0 : -amount);
    change(credit, amount, 0);
    steps.add(
        new Step.Moved(
            amount,
            hold,
            debit.number,
            debit.sequence,
            debit.posted,
            debit.held,
            credit.number,
            credit.sequence,
            credit.posted,
            credit.held));
  }

  private void setAside(HoldId hold, AccountId id, Money amount) {
    AccountState account = account(id);
    if (refuseIf(!amount.isPositive(), AMOUNT_NOT_POSITIVE) || account == null) {
      return;
    }
    refuseIf(!amount.unit().equals(account.unit), UNIT_MISMATCH);
    refuseIf(account.frozenForDebit, FROZEN_FOR_DEBIT);
    aside(hold, account, amount.minor());
  }

  /**
   * Always possible: a hold's account can be neither closed nor missing, and freezing does not keep
   * money set aside.
   */
  private void giveBack(HoldState hold) {
    long remaining = hold.remaining();
    aside(hold.id(), world.accounts.get(hold.account()), -remaining);
    for (Used taken : hold.used()) {
      giveBack(taken.back(remaining, hold.amount()));
    }
  }

  private void aside(HoldId hold, AccountState account, long by) {
    change(account, 0, by);
    steps.add(
        new Step.HeldBy(hold, by, account.number, account.sequence, account.posted, account.held));
  }

  /**
   * @param before what the same payment has used already: counts where a window is one payment
   */
  private void use(List<Use> uses, HoldId hold, List<Used> before) {
    for (Use use : uses) {
      AllowanceState allowance = allowance(use.allowance().number());
      boolean unusable = refuseIf(allowance == null, ALLOWANCE_NOT_FOUND);
      unusable |= refuseIf(!use.amount().isPositive(), AMOUNT_NOT_POSITIVE);
      if (unusable) {
        continue;
      }
      long amount = use.amount().minor();
      refuseIf(!use.amount().unit().equals(allowance.unit()), UNIT_MISMATCH);
      long already =
          allowance.countsPayments()
              ? usedOf(allowance.number(), before) + usedOf(allowance.number(), used)
              : 0;
      refuseIf(!allowance.allows(already + amount), ALLOWANCE_EXCEEDED);
      allowances.put(allowance.number(), allowance.use(amount, at));
      used.add(new Used(allowance.number(), allowance.windowStart(), amount, hold));
    }
  }

  private static long usedOf(long allowance, List<Used> all) {
    return all.stream().filter(one -> one.allowance() == allowance).mapToLong(Used::amount).sum();
  }

  /** Gives back a share of what the reversed posting used, to allowances that say so. */
  private void restore(PastPosting past, long amount) {
    for (Used taken : past.used()) {
      AllowanceState allowance = allowance(taken.allowance());
      if (allowance != null && allowance.restored()) {
        giveBack(taken.back(amount, past.usedFor()));
      }
    }
  }

  private void giveBack(Used back) {
    AllowanceState allowance = allowance(back.allowance());
    if (allowance != null && back.amount() != 0) {
      AllowanceState after = allowance.giveBack(back, at);
      // A window that is over is not stored, so neither remembered nor noted: the audit compares.
      if (after != allowance) {
        allowances.put(allowance.number(), after);
        used.add(back);
      }
    }
  }

  /** The allowance as this command has left it so far, in the window that is open now. */
  private AllowanceState allowance(long number) {
    AllowanceState changed = allowances.get(number);
    AllowanceState state = changed == null ? world.allowances.get(number) : changed;
    return state == null ? null : state.at(at);
  }

  /** The account as the steps so far have left it; notes when it is missing or closed. */
  private AccountState account(AccountId id) {
    AccountState state = world.account(id);
    refuseIf(state == null, ACCOUNT_NOT_FOUND);
    refuseIf(state != null && state.closed, ACCOUNT_CLOSED);
    return state;
  }

  private void change(AccountState account, long postedBy, long heldBy) {
    if (account.beginChange(commands)) {
      touched.add(account);
    }
    long before = account.posted - account.held;
    account.change(postedBy, heldBy, at);
    long available = account.posted - account.held;
    refuseIf(available < before && available < account.floor, INSUFFICIENT_FUNDS);
    refuseIf(postedBy > 0 && account.posted > account.ceiling, CEILING_EXCEEDED);
    refuseIf(
        isOutOfRange(account.posted) || isOutOfRange(account.held) || isOutOfRange(available),
        BALANCE_OUT_OF_RANGE);
  }

  private static boolean isOutOfRange(long minor) {
    return minor < -MINOR_MAX || minor > MINOR_MAX;
  }

  private boolean refuseIf(boolean isBroken, Refusal reason) {
    if (isBroken) {
      broken |= reason.bit();
    }
    return isBroken;
  }
}
