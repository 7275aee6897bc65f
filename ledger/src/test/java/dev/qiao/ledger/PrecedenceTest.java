package dev.qiao.ledger;

import static dev.qiao.ledger.Refusal.*;
import static dev.qiao.ledger.Sketch.CLOSED;
import static dev.qiao.ledger.Sketch.DEEP;
import static dev.qiao.ledger.Sketch.FULL;
import static dev.qiao.ledger.Sketch.JPY;
import static dev.qiao.ledger.Sketch.MISSING;
import static dev.qiao.ledger.Sketch.NOW;
import static dev.qiao.ledger.Sketch.NO_CREDIT;
import static dev.qiao.ledger.Sketch.NO_DEBIT;
import static dev.qiao.ledger.Sketch.POOR;
import static dev.qiao.ledger.Sketch.RICH;
import static dev.qiao.ledger.Sketch.SMALL;
import static dev.qiao.ledger.Sketch.SPENT;
import static dev.qiao.ledger.Sketch.UNKNOWN;
import static dev.qiao.ledger.Sketch.YEN;
import static dev.qiao.ledger.Sketch.leg;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.money.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of any two reasons that can apply to one command, the one declared first is given. Each verb has
 * a fault for each reason that it can be refused for; any two of them go into one command, unless
 * it is said why they cannot both be there.
 */
class PrecedenceTest {
  record Pair(Refusal first, Refusal second) {}

  record Case(Family family, Pair pair) {
    @Override
    public String toString() {
      return family.verb + ": " + pair.first.code() + " before " + pair.second.code();
    }
  }

  /** A verb with the faults that it can have, and those that cannot be together. */
  static final class Family {
    final Verb verb;
    final Function<Sketch, Command> make;
    final Map<Refusal, Consumer<Sketch>> faults = new EnumMap<>(Refusal.class);
    final Map<Pair, String> apart = new LinkedHashMap<>();

    Family(Verb verb, Function<Sketch, Command> make) {
      this.verb = verb;
      this.make = make;
      fault(ID_NOT_TIME_ORDERED, sketch -> sketch.id = UUID.randomUUID());
      fault(ID_TOO_FAR_AHEAD, sketch -> sketch.id = Sketch.tooFarAhead());
      fault(ID_TOO_OLD, sketch -> sketch.idsSince = Sketch.AT + 48 * 3600 * Micros.PER_SECOND);
      fault(GUARD_MISSED, sketch -> sketch.guardMissed = true);
      apart("such an id carries no time", ID_NOT_TIME_ORDERED, ID_TOO_FAR_AHEAD, ID_TOO_OLD);
    }

    Family fault(Refusal reason, Consumer<Sketch> fault) {
      faults.put(reason, fault);
      return this;
    }

    Family apart(String because, Refusal one, Refusal... others) {
      for (Refusal other : others) {
        apart.put(pair(one, other), because);
      }
      return this;
    }

    /** No two of them. */
    Family oneOf(String because, Refusal... reasons) {
      for (int i = 0; i < reasons.length; i++) {
        apart(
            because,
            reasons[i],
            List.of(reasons).subList(i + 1, reasons.length).toArray(Refusal[]::new));
      }
      return this;
    }

    boolean canHave(Pair pair) {
      return hasBoth(pair) && !apart.containsKey(pair);
    }

    boolean hasBoth(Pair pair) {
      return faults.containsKey(pair.first) && faults.containsKey(pair.second);
    }

    Decision decide(Refusal... reasons) {
      Sketch sketch = new Sketch();
      sketch.holdIsThere = verb == Verb.INCREASE || verb == Verb.CAPTURE || verb == Verb.RELEASE;
      for (Refusal reason : EnumSet.copyOf(List.of(reasons))) {
        faults.get(reason).accept(sketch);
      }
      return sketch.decide(make.apply(sketch));
    }
  }

  private static final List<Family> FAMILIES =
      List.of(posts(), holds(), increases(), captures(), releases(), reversals());

  private static Family posts() {
    return new Family(Verb.POST, Sketch::post)
        .fault(NO_LEGS, sketch -> sketch.legs.clear())
        .fault(TOO_MANY_LEGS, Sketch::manyLegs)
        .fault(AMOUNT_NOT_POSITIVE, sketch -> sketch.use(SPENT, cny(0)))
        .fault(SAME_ACCOUNT, sketch -> sketch.legs.add(leg(RICH, RICH, 1)))
        .fault(ACCOUNT_NOT_FOUND, sketch -> sketch.legs.add(leg(RICH, MISSING, 1)))
        .fault(ALLOWANCE_NOT_FOUND, sketch -> sketch.use(UNKNOWN, cny(1)))
        .fault(UNIT_MISMATCH, sketch -> sketch.use(SPENT, Money.of(1, JPY)))
        .fault(ACCOUNT_CLOSED, sketch -> sketch.legs.add(leg(RICH, CLOSED, 1)))
        .fault(FROZEN_FOR_DEBIT, sketch -> sketch.legs.add(leg(NO_DEBIT, RICH, 1)))
        .fault(FROZEN_FOR_CREDIT, sketch -> sketch.legs.add(leg(RICH, NO_CREDIT, 1)))
        .fault(ALLOWANCE_EXCEEDED, sketch -> sketch.use(SPENT, cny(6)))
        .fault(INSUFFICIENT_FUNDS, sketch -> sketch.legs.add(leg(POOR, RICH, 500)))
        .fault(CEILING_EXCEEDED, sketch -> sketch.legs.add(leg(RICH, SMALL, 101)))
        .fault(BALANCE_OUT_OF_RANGE, sketch -> sketch.legs.add(leg(RICH, FULL, 1)))
        .apart(
            "nothing is moved, and no account is named",
            NO_LEGS,
            TOO_MANY_LEGS,
            SAME_ACCOUNT,
            ACCOUNT_NOT_FOUND,
            ACCOUNT_CLOSED,
            FROZEN_FOR_DEBIT,
            FROZEN_FOR_CREDIT,
            INSUFFICIENT_FUNDS,
            CEILING_EXCEEDED,
            BALANCE_OUT_OF_RANGE);
  }

  private static Family holds() {
    return new Family(Verb.HOLD, Sketch::hold)
        .fault(AMOUNT_NOT_POSITIVE, sketch -> sketch.use(SPENT, cny(0)))
        .fault(EXPIRY_NOT_AHEAD, sketch -> sketch.expiresAt = NOW)
        .fault(HOLD_EXISTS, sketch -> sketch.holdIsThere = true)
        .fault(ACCOUNT_NOT_FOUND, sketch -> sketch.account = MISSING)
        .fault(ALLOWANCE_NOT_FOUND, sketch -> sketch.use(UNKNOWN, cny(1)))
        .fault(UNIT_MISMATCH, sketch -> sketch.use(SPENT, Money.of(1, JPY)))
        .fault(ACCOUNT_CLOSED, sketch -> sketch.account = CLOSED)
        .fault(FROZEN_FOR_DEBIT, sketch -> sketch.account = NO_DEBIT)
        .fault(ALLOWANCE_EXCEEDED, sketch -> sketch.use(SPENT, cny(6)))
        .fault(INSUFFICIENT_FUNDS, sketch -> sketch.account = POOR)
        .fault(BALANCE_OUT_OF_RANGE, sketch -> sketch.account = DEEP)
        .oneOf(
            "it names one account, and each here has one fault",
            ACCOUNT_NOT_FOUND,
            ACCOUNT_CLOSED,
            FROZEN_FOR_DEBIT,
            INSUFFICIENT_FUNDS,
            BALANCE_OUT_OF_RANGE);
  }

  private static Family increases() {
    return withHold(Verb.INCREASE, Sketch::increase)
        .fault(AMOUNT_NOT_POSITIVE, sketch -> sketch.use(SPENT, cny(0)))
        .fault(ALLOWANCE_NOT_FOUND, sketch -> sketch.use(UNKNOWN, cny(1)))
        .fault(UNIT_MISMATCH, sketch -> sketch.use(SPENT, Money.of(1, JPY)))
        .fault(FROZEN_FOR_DEBIT, sketch -> sketch.account = NO_DEBIT)
        .fault(ALLOWANCE_EXCEEDED, sketch -> sketch.use(SPENT, cny(6)))
        .fault(INSUFFICIENT_FUNDS, sketch -> sketch.account = POOR)
        .fault(BALANCE_OUT_OF_RANGE, sketch -> sketch.account = DEEP)
        .oneOf(
            "it names one account, and each here has one fault",
            FROZEN_FOR_DEBIT,
            INSUFFICIENT_FUNDS,
            BALANCE_OUT_OF_RANGE)
        .apart(
            "the account of a hold that is not there is not known",
            HOLD_NOT_FOUND,
            FROZEN_FOR_DEBIT,
            INSUFFICIENT_FUNDS,
            BALANCE_OUT_OF_RANGE);
  }

  private static Family captures() {
    return withHold(Verb.CAPTURE, Sketch::capture)
        .fault(NO_LEGS, sketch -> sketch.shares.clear())
        .fault(TOO_MANY_LEGS, Sketch::manyLegs)
        .fault(AMOUNT_NOT_POSITIVE, sketch -> sketch.share(POOR, 0))
        .fault(SAME_ACCOUNT, sketch -> sketch.sharesWithItself = true)
        .fault(ACCOUNT_NOT_FOUND, sketch -> sketch.share(MISSING, 1))
        .fault(UNIT_MISMATCH, sketch -> sketch.share(YEN, 1))
        .fault(ACCOUNT_CLOSED, sketch -> sketch.share(CLOSED, 1))
        .fault(FROZEN_FOR_DEBIT, sketch -> sketch.account = NO_DEBIT)
        .fault(FROZEN_FOR_CREDIT, sketch -> sketch.share(NO_CREDIT, 1))
        .fault(EXCEEDS_HOLD, sketch -> sketch.share(POOR, 500))
        .fault(CEILING_EXCEEDED, sketch -> sketch.share(SMALL, 101))
        .fault(BALANCE_OUT_OF_RANGE, sketch -> sketch.share(FULL, 1))
        .apart(
            "nothing is moved, and no account is named",
            NO_LEGS,
            TOO_MANY_LEGS,
            AMOUNT_NOT_POSITIVE,
            SAME_ACCOUNT,
            ACCOUNT_NOT_FOUND,
            UNIT_MISMATCH,
            ACCOUNT_CLOSED,
            FROZEN_FOR_DEBIT,
            FROZEN_FOR_CREDIT,
            EXCEEDS_HOLD,
            CEILING_EXCEEDED,
            BALANCE_OUT_OF_RANGE)
        .apart(
            "the account and the amount of a hold that is not there are not known",
            HOLD_NOT_FOUND,
            SAME_ACCOUNT,
            FROZEN_FOR_DEBIT,
            EXCEEDS_HOLD);
  }

  private static Family releases() {
    return withHold(Verb.RELEASE, Sketch::release);
  }

  private static Family withHold(Verb verb, Function<Sketch, Command> make) {
    return new Family(verb, make)
        .fault(HOLD_NOT_FOUND, sketch -> sketch.holdIsThere = false)
        .fault(HOLD_EXPIRED, sketch -> sketch.secondsLeft = 0)
        .fault(HOLD_FINISHED, sketch -> sketch.end = End.RELEASED)
        .oneOf("a hold has one end", HOLD_NOT_FOUND, HOLD_EXPIRED, HOLD_FINISHED);
  }

  private static Family reversals() {
    return new Family(Verb.REVERSE, Sketch::reverse)
        .fault(AMOUNT_NOT_POSITIVE, sketch -> sketch.part = 0L)
        .fault(POSTING_NOT_FOUND, sketch -> sketch.pastIsThere = false)
        .fault(NOT_REVERSIBLE, sketch -> sketch.pastIsReversal = true)
        .fault(
            WHOLE_ONLY,
            sketch -> {
              sketch.pastLegs.add(leg(POOR, RICH, 1));
              sketch.partIsAtLeast(1);
            })
        .fault(ALREADY_REVERSED, sketch -> sketch.allIsReversed = true)
        .fault(
            UNIT_MISMATCH,
            sketch -> {
              sketch.partUnit = JPY;
              sketch.partIsAtLeast(1);
            })
        .fault(ACCOUNT_CLOSED, sketch -> sketch.onlyPastLeg(CLOSED, RICH, 5))
        .fault(FROZEN_FOR_DEBIT, sketch -> sketch.onlyPastLeg(POOR, NO_DEBIT, 5))
        .fault(FROZEN_FOR_CREDIT, sketch -> sketch.onlyPastLeg(NO_CREDIT, RICH, 5))
        .fault(EXCEEDS_REMAINING, sketch -> sketch.part = 1_000L)
        .fault(INSUFFICIENT_FUNDS, sketch -> sketch.onlyPastLeg(RICH, POOR, 5))
        .fault(CEILING_EXCEEDED, sketch -> sketch.onlyPastLeg(SMALL, RICH, 500))
        .fault(BALANCE_OUT_OF_RANGE, sketch -> sketch.onlyPastLeg(FULL, RICH, 5))
        .oneOf(
            "it moves one leg back, and each account here has one fault",
            ACCOUNT_CLOSED,
            FROZEN_FOR_DEBIT,
            FROZEN_FOR_CREDIT,
            INSUFFICIENT_FUNDS,
            CEILING_EXCEEDED,
            BALANCE_OUT_OF_RANGE)
        .apart(
            "what a posting that is not there has moved, and between whom, is not known",
            POSTING_NOT_FOUND,
            NOT_REVERSIBLE,
            WHOLE_ONLY,
            ALREADY_REVERSED,
            UNIT_MISMATCH,
            ACCOUNT_CLOSED,
            FROZEN_FOR_DEBIT,
            FROZEN_FOR_CREDIT,
            EXCEEDS_REMAINING,
            INSUFFICIENT_FUNDS,
            CEILING_EXCEEDED,
            BALANCE_OUT_OF_RANGE)
        .apart("a reversal is never reversed", NOT_REVERSIBLE, ALREADY_REVERSED)
        .apart("of several legs no part is measured", WHOLE_ONLY, EXCEEDS_REMAINING)
        .apart("an amount of nothing is not too much", AMOUNT_NOT_POSITIVE, EXCEEDS_REMAINING);
  }

  static Stream<Case> cases() {
    return FAMILIES.stream()
        .flatMap(
            family -> pairs().stream().filter(family::canHave).map(pair -> new Case(family, pair)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheReasonThatIsDeclaredFirst(Case one) {
    Family family = one.family;
    Pair pair = one.pair;

    assertThat(reason(family.decide(pair.first))).isEqualTo(pair.first);
    assertThat(reason(family.decide(pair.second))).isEqualTo(pair.second);
    assertThat(reason(family.decide(pair.first, pair.second))).isEqualTo(pair.first);
  }

  @Test
  void hasAFaultForEachReason() {
    Set<Refusal> all = EnumSet.noneOf(Refusal.class);
    FAMILIES.forEach(family -> all.addAll(family.faults.keySet()));

    assertThat(all).containsExactly(Refusal.values());
  }

  /** All other adjacent pairs are tried above. */
  @Test
  void namesTheNeighboursThatCannotMeet() {
    List<String> never = new ArrayList<>();
    for (Pair pair : pairs()) {
      if (pair.second.ordinal() == pair.first.ordinal() + 1 && !isTried(pair)) {
        never.add(pair.first.code() + ", " + pair.second.code() + ": " + why(pair));
      }
    }

    assertThat(never)
        .containsExactly(
            "id_not_time_ordered, id_too_far_ahead: such an id carries no time",
            "no_legs, too_many_legs: nothing is moved, and no account is named",
            "same_account, expiry_not_ahead: no verb can be refused for both",
            "hold_exists, hold_not_found: no verb can be refused for both",
            "hold_not_found, hold_expired: a hold has one end",
            "hold_expired, hold_finished: a hold has one end",
            "hold_finished, posting_not_found: no verb can be refused for both",
            "posting_not_found, not_reversible: what a posting that is not there has moved, and"
                + " between whom, is not known",
            "already_reversed, account_not_found: no verb can be refused for both",
            "exceeds_hold, exceeds_remaining: no verb can be refused for both",
            "exceeds_remaining, allowance_exceeded: no verb can be refused for both");
  }

  /** Of 406: fewer would mean that something is no longer tried. */
  @Test
  void triesMostPairs() {
    assertThat(pairs().stream().filter(PrecedenceTest::isTried)).hasSize(292);
  }

  private static boolean isTried(Pair pair) {
    return FAMILIES.stream().anyMatch(family -> family.canHave(pair));
  }

  private static String why(Pair pair) {
    return FAMILIES.stream()
        .filter(family -> family.hasBoth(pair))
        .map(family -> family.apart.get(pair))
        .findFirst()
        .orElse("no verb can be refused for both");
  }

  private static Refusal reason(Decision decision) {
    return decision instanceof Decision.Declined(_, Refusal reason) ? reason : null;
  }

  private static Pair pair(Refusal one, Refusal other) {
    return one.ordinal() < other.ordinal() ? new Pair(one, other) : new Pair(other, one);
  }

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Refusal first : Refusal.values()) {
      for (Refusal second : Refusal.values()) {
        if (first.ordinal() < second.ordinal()) {
          pairs.add(new Pair(first, second));
        }
      }
    }
    return pairs;
  }
}
