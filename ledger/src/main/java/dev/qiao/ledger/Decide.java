package dev.qiao.ledger;

import static dev.qiao.ledger.Refusal.ACCOUNT_CLOSED;
import static dev.qiao.ledger.Refusal.ACCOUNT_NOT_FOUND;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a command: a pure function of the command, what it meets, and ledger time. Every rule
 * that is broken is noted; the first in the declared order of {@link Refusal} is the answer, so the
 * order of the checks below means nothing.
 */
final class Decide {
  static final int LEGS_MAX = 100;
  private static final Duration AHEAD_MAX = Duration.ofHours(24);

  private final World world;
  private final Instant at;
  private final EnumSet<Refusal> broken = EnumSet.noneOf(Refusal.class);
  private final Map<AccountId, AccountState> touched = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private Optional<HoldState> holdAfter = Optional.empty();

  private Decide(World world, Instant at) {
    this.world = world;
    this.at = at;
  }

  static Decision decide(Command command, World world, Instant at) {
    Decide decide = new Decide(world, at);
    decide.idOf(command);
    decide.refuseIf(world.guardMissed(), GUARD_MISSED);
    switch (command) {
      case Posting posting -> decide.post(posting.legs());
      case Hold hold -> decide.hold(hold);
      case Increase increase -> decide.increase(increase);
      case Capture capture -> decide.capture(capture);
      case Release _ -> decide.end(End.RELEASED);
      case Reversal reversal -> decide.reverse(reversal);
      case Expiry _ -> decide.expire();
    }
    return decide.decision();
  }

  private Decision decision() {
    return broken.isEmpty()
        ? new Decision.Accepted(List.copyOf(steps), List.copyOf(touched.values()), holdAfter)
        : new Decision.Declined(broken.iterator().next()); // An EnumSet iterates in declared order.
  }

  private void idOf(Command command) {
    boolean ordered = Ids.isTimeOrdered(command.id().value());
    refuseIf(!ordered, ID_NOT_TIME_ORDERED);
    refuseIf(
        ordered && Ids.instantOf(command.id().value()).isAfter(at.plus(AHEAD_MAX)),
        ID_TOO_FAR_AHEAD);
  }

  private void post(List<Leg> legs) {
    refuseIf(legs.isEmpty(), NO_LEGS);
    if (!refuseIf(legs.size() > LEGS_MAX, TOO_MANY_LEGS)) {
      legs.forEach(leg -> move(leg, Optional.empty()));
    }
  }

  private void hold(Hold hold) {
    refuseIf(world.hold().isPresent(), HOLD_EXISTS);
    refuseIf(!hold.expiresAt().isAfter(at), EXPIRY_NOT_AHEAD);
    setAside(hold.hold(), hold.account(), hold.amount());
    holdAfter =
        Optional.of(
            new HoldState(
                hold.hold(),
                hold.account(),
                hold.amount().minor(),
                0,
                0,
                0,
                hold.expiresAt(),
                Optional.empty(),
                hold.reference()));
  }

  private void increase(Increase increase) {
    refuseIf(!increase.amount().isPositive(), AMOUNT_NOT_POSITIVE);
    Optional<HoldState> hold = liveHold();
    if (hold.isEmpty()) {
      return;
    }
    setAside(increase.hold(), hold.get().account(), increase.amount());
    HoldState after = hold.get().increased(increase.amount().minor());
    refuseIf(after.amount() > MINOR_MAX, BALANCE_OUT_OF_RANGE);
    holdAfter = Optional.of(after);
  }

  private void capture(Capture capture) {
    refuseIf(capture.to().isEmpty(), NO_LEGS);
    refuseIf(
        capture.to().stream().anyMatch(share -> !share.amount().isPositive()), AMOUNT_NOT_POSITIVE);
    boolean tooMany = refuseIf(capture.to().size() > LEGS_MAX, TOO_MANY_LEGS);
    Optional<HoldState> hold = liveHold();
    if (hold.isEmpty() || tooMany) {
      return;
    }
    long sum = capture.to().stream().mapToLong(share -> share.amount().minor()).sum();
    refuseIf(sum > hold.get().remaining(), EXCEEDS_HOLD);
    for (Share share : capture.to()) {
      move(
          new Leg(hold.get().account(), share.credit(), share.amount()),
          Optional.of(capture.hold()));
    }
    HoldState after = hold.get().captured(sum);
    if (capture.last() && after.remaining() > 0) {
      giveBack(after);
      after = after.ended(End.CAPTURED);
    }
    holdAfter = Optional.of(after);
  }

  private void end(End end) {
    liveHold()
        .ifPresent(
            hold -> {
              giveBack(hold);
              holdAfter = Optional.of(hold.ended(end));
            });
  }

  private void expire() {
    Optional<HoldState> hold =
        world.hold().filter(found -> found.ended().isEmpty() && !at.isBefore(found.expiresAt()));
    if (!refuseIf(hold.isEmpty(), HOLD_FINISHED)) {
      giveBack(hold.get());
      holdAfter = Optional.of(hold.get().ended(End.EXPIRED));
    }
  }

  private void reverse(Reversal reversal) {
    reversal.amount().ifPresent(amount -> refuseIf(!amount.isPositive(), AMOUNT_NOT_POSITIVE));
    Optional<PastPosting> found = world.past().filter(past -> !past.refused());
    if (refuseIf(found.isEmpty(), POSTING_NOT_FOUND)) {
      return;
    }
    PastPosting past = found.get();
    List<Leg> legs = past.legs();
    if (refuseIf(past.reversal() || legs.isEmpty(), NOT_REVERSIBLE)) {
      return;
    }
    if (legs.size() > 1) {
      refuseIf(reversal.amount().isPresent(), WHOLE_ONLY);
      refuseIf(past.reversed() > 0, ALREADY_REVERSED);
      legs.reversed().forEach(leg -> move(back(leg, leg.amount()), Optional.empty()));
      return;
    }
    Leg leg = legs.getFirst();
    long remaining = leg.amount().minor() - past.reversed();
    if (refuseIf(remaining == 0, ALREADY_REVERSED)) {
      return;
    }
    Money amount = reversal.amount().orElseGet(() -> Money.of(remaining, leg.amount().unit()));
    refuseIf(amount.minor() > remaining, EXCEEDS_REMAINING);
    move(back(leg, amount), Optional.empty());
  }

  private static Leg back(Leg leg, Money amount) {
    return new Leg(leg.credit(), leg.debit(), amount);
  }

  /** The named hold while it can still be used; notes why it cannot. */
  private Optional<HoldState> liveHold() {
    if (refuseIf(world.hold().isEmpty(), HOLD_NOT_FOUND)) {
      return Optional.empty();
    }
    HoldState hold = world.hold().get();
    boolean overdue = hold.ended().isEmpty() && !at.isBefore(hold.expiresAt());
    boolean expired =
        refuseIf(overdue || hold.ended().equals(Optional.of(End.EXPIRED)), HOLD_EXPIRED);
    boolean finished = !expired && refuseIf(hold.ended().isPresent(), HOLD_FINISHED);
    return expired || finished ? Optional.empty() : Optional.of(hold);
  }

  private void move(Leg leg, Optional<HoldId> from) {
    Optional<AccountState> debit = account(leg.debit());
    Optional<AccountState> credit = account(leg.credit());
    boolean unusable = refuseIf(!leg.amount().isPositive(), AMOUNT_NOT_POSITIVE);
    unusable |= refuseIf(leg.debit().equals(leg.credit()), SAME_ACCOUNT);
    if (unusable || debit.isEmpty() || credit.isEmpty()) {
      return;
    }
    long amount = leg.amount().minor();
    refuseIf(!leg.amount().unit().equals(debit.get().unit()), UNIT_MISMATCH);
    refuseIf(!leg.amount().unit().equals(credit.get().unit()), UNIT_MISMATCH);
    refuseIf(debit.get().frozenForDebit(), FROZEN_FOR_DEBIT);
    refuseIf(credit.get().frozenForCredit(), FROZEN_FOR_CREDIT);
    AccountState debited = change(debit.get(), -amount, from.isPresent() ? -amount : 0);
    AccountState credited = change(credit.get(), amount, 0);
    steps.add(new Step.Moved(debited, credited, amount, from));
  }

  private void setAside(HoldId hold, AccountId id, Money amount) {
    Optional<AccountState> account = account(id);
    if (refuseIf(!amount.isPositive(), AMOUNT_NOT_POSITIVE) || account.isEmpty()) {
      return;
    }
    refuseIf(!amount.unit().equals(account.get().unit()), UNIT_MISMATCH);
    refuseIf(account.get().frozenForDebit(), FROZEN_FOR_DEBIT);
    steps.add(new Step.HeldBy(hold, change(account.get(), 0, amount.minor()), amount.minor()));
  }

  /**
   * Always possible: a hold's account can be neither closed nor missing, and freezing does not keep
   * money set aside.
   */
  private void giveBack(HoldState hold) {
    AccountState account = account(hold.account()).orElseThrow();
    steps.add(new Step.HeldBy(hold.id(), change(account, 0, -hold.remaining()), -hold.remaining()));
  }

  /** The account as the steps so far have left it; notes when it is missing or closed. */
  private Optional<AccountState> account(AccountId id) {
    AccountState state = touched.containsKey(id) ? touched.get(id) : world.accounts().get(id);
    refuseIf(state == null, ACCOUNT_NOT_FOUND);
    refuseIf(state != null && state.closed(), ACCOUNT_CLOSED);
    return Optional.ofNullable(state);
  }

  private AccountState change(AccountState account, long postedBy, long heldBy) {
    AccountState after = account.changed(postedBy, heldBy, at);
    long available = after.posted() - after.held();
    boolean less = available < account.posted() - account.held();
    refuseIf(
        less && after.floor().isPresent() && available < after.floor().getAsLong(),
        INSUFFICIENT_FUNDS);
    boolean more = postedBy > 0;
    refuseIf(
        more && after.ceiling().isPresent() && after.posted() > after.ceiling().getAsLong(),
        CEILING_EXCEEDED);
    refuseIf(
        isOutOfRange(after.posted()) || isOutOfRange(after.held()) || isOutOfRange(available),
        BALANCE_OUT_OF_RANGE);
    touched.put(after.id(), after);
    return after;
  }

  private static boolean isOutOfRange(long minor) {
    return minor < -MINOR_MAX || minor > MINOR_MAX;
  }

  private boolean refuseIf(boolean isBroken, Refusal reason) {
    if (isBroken) {
      broken.add(reason);
    }
    return isBroken;
  }
}
