package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecideTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Ids IDS = new Ids(InstantSource.fixed(NOW));

  /** An account for each thing that can be wrong with one. */
  private static final AccountId RICH = new AccountId(1);

  private static final AccountId POOR = new AccountId(2);
  private static final AccountId MISSING = new AccountId(3);
  private static final AccountId YEN = new AccountId(4);
  private static final AccountId CLOSED = new AccountId(5);
  private static final AccountId NO_DEBIT = new AccountId(6);
  private static final AccountId NO_CREDIT = new AccountId(7);
  private static final AccountId SMALL = new AccountId(8);
  private static final AccountId FULL = new AccountId(9);

  private static final Map<AccountId, AccountState> ACCOUNTS = accounts();
  private static final HoldId HOLD = new HoldId(IDS.next());
  private static final World PLAIN = world(Optional.empty(), Optional.empty());

  record Case(Refusal expected, Command command, World world) {}

  /** One row for each refusal, in the declared order. */
  static Stream<Case> table() {
    List<Leg> two = List.of(leg(RICH, POOR, 1), leg(RICH, POOR, 1));
    return Stream.of(
        new Case(Refusal.ID_NOT_TIME_ORDERED, post(UUID.randomUUID(), leg(RICH, POOR, 1)), PLAIN),
        new Case(Refusal.ID_TOO_FAR_AHEAD, post(ahead(), leg(RICH, POOR, 1)), PLAIN),
        new Case(Refusal.NO_LEGS, post(), PLAIN),
        new Case(Refusal.TOO_MANY_LEGS, many(101), PLAIN),
        new Case(Refusal.AMOUNT_NOT_POSITIVE, post(leg(RICH, POOR, 0)), PLAIN),
        new Case(Refusal.SAME_ACCOUNT, post(leg(RICH, RICH, 1)), PLAIN),
        new Case(Refusal.EXPIRY_NOT_AHEAD, hold(RICH, 1, NOW), PLAIN),
        new Case(
            Refusal.GUARD_MISSED,
            post(leg(RICH, POOR, 1)),
            new World(ACCOUNTS, Optional.empty(), Optional.empty(), true)),
        new Case(Refusal.HOLD_EXISTS, hold(RICH, 1, NOW.plusSeconds(1)), holding(1, 1, null)),
        new Case(Refusal.HOLD_NOT_FOUND, new Release(id(), HOLD), PLAIN),
        new Case(Refusal.HOLD_EXPIRED, new Release(id(), HOLD), holding(100, 0, null)),
        new Case(Refusal.HOLD_FINISHED, new Release(id(), HOLD), holding(100, 1, End.RELEASED)),
        new Case(Refusal.POSTING_NOT_FOUND, reverse(null), PLAIN),
        new Case(Refusal.NOT_REVERSIBLE, reverse(null), past(0)),
        new Case(Refusal.WHOLE_ONLY, reverse(cny(1)), past(0, two)),
        new Case(Refusal.ALREADY_REVERSED, reverse(null), past(1, leg(RICH, POOR, 1))),
        new Case(Refusal.ACCOUNT_NOT_FOUND, post(leg(RICH, MISSING, 1)), PLAIN),
        new Case(Refusal.UNIT_MISMATCH, post(leg(RICH, YEN, 1)), PLAIN),
        new Case(Refusal.ACCOUNT_CLOSED, post(leg(RICH, CLOSED, 1)), PLAIN),
        new Case(Refusal.FROZEN_FOR_DEBIT, post(leg(NO_DEBIT, RICH, 1)), PLAIN),
        new Case(Refusal.FROZEN_FOR_CREDIT, post(leg(RICH, NO_CREDIT, 1)), PLAIN),
        new Case(Refusal.EXCEEDS_HOLD, capture(101), holding(100, 1, null)),
        new Case(Refusal.EXCEEDS_REMAINING, reverse(cny(3)), past(3, leg(POOR, RICH, 5))),
        new Case(Refusal.INSUFFICIENT_FUNDS, post(leg(POOR, RICH, 1)), PLAIN),
        new Case(Refusal.CEILING_EXCEEDED, post(leg(RICH, SMALL, 101)), PLAIN),
        new Case(Refusal.BALANCE_OUT_OF_RANGE, post(leg(RICH, FULL, 1)), PLAIN));
  }

  @ParameterizedTest
  @MethodSource("table")
  void refuses(Case row) {
    assertThat(Decide.decide(row.command, row.world, NOW))
        .isEqualTo(new Decision.Declined(row.expected));
  }

  @Test
  void hasARowForEachRefusalInTheDeclaredOrder() {
    assertThat(table().map(Case::expected)).containsExactly(Refusal.values());
  }

  /** Each posting breaks the rule named, and every rule below it that can be broken at once. */
  @Test
  void givesTheFirstReasonInTheDeclaredOrder() {
    Leg missing = leg(RICH, MISSING, 1);
    Leg yen = leg(RICH, YEN, 1);
    Leg closed = leg(RICH, CLOSED, 1);
    Leg noDebit = leg(NO_DEBIT, RICH, 1);
    Leg noCredit = leg(RICH, NO_CREDIT, 1);
    Leg poor = leg(POOR, RICH, 1);
    Leg small = leg(RICH, SMALL, 101);
    Leg full = leg(RICH, FULL, 1);
    List<Leg> legs =
        List.of(
            full,
            small,
            poor,
            noCredit,
            noDebit,
            closed,
            yen,
            missing,
            leg(RICH, RICH, 1),
            leg(RICH, POOR, 0));
    List<Refusal> expected =
        List.of(
            Refusal.BALANCE_OUT_OF_RANGE,
            Refusal.CEILING_EXCEEDED,
            Refusal.INSUFFICIENT_FUNDS,
            Refusal.FROZEN_FOR_CREDIT,
            Refusal.FROZEN_FOR_DEBIT,
            Refusal.ACCOUNT_CLOSED,
            Refusal.UNIT_MISMATCH,
            Refusal.ACCOUNT_NOT_FOUND,
            Refusal.SAME_ACCOUNT,
            Refusal.AMOUNT_NOT_POSITIVE);

    for (int i = 0; i < legs.size(); i++) {
      Leg[] broken = legs.subList(0, i + 1).toArray(Leg[]::new);
      assertThat(Decide.decide(post(broken), PLAIN, NOW))
          .isEqualTo(new Decision.Declined(expected.get(i)));
    }
  }

  @Test
  void allowsWhatIsJustWithinTheLimits() {
    assertAccepted(many(100), PLAIN);
    assertAccepted(post(leg(RICH, SMALL, 100)), PLAIN);
    assertAccepted(post(leg(FULL, POOR, 1), leg(RICH, FULL, 1)), PLAIN);
    assertAccepted(capture(100), holding(100, 1, null));
    assertAccepted(reverse(cny(2)), past(3, leg(POOR, RICH, 5)));
    assertAccepted(post(leg(RICH, POOR, 5), leg(POOR, SMALL, 5)), PLAIN);
  }

  @Test
  void endsAHoldFromItsExpiryOn() {
    Expiry expiry = new Expiry(id(), HOLD);

    assertAccepted(expiry, holding(100, 0, null));
    for (World early : List.of(holding(100, 1, null), holding(100, 0, End.EXPIRED), PLAIN)) {
      assertThat(Decide.decide(expiry, early, NOW))
          .isEqualTo(new Decision.Declined(Refusal.HOLD_FINISHED));
    }
  }

  @Test
  void changesNothingItWasGiven() {
    Map<AccountId, AccountState> before = Map.copyOf(ACCOUNTS);

    Decision once = Decide.decide(post(new UUID(0x7000, 1L << 63), leg(RICH, POOR, 5)), PLAIN, NOW);
    Decision again =
        Decide.decide(post(new UUID(0x7000, 1L << 63), leg(RICH, POOR, 5)), PLAIN, NOW);

    assertThat(again).isEqualTo(once).isInstanceOf(Decision.Accepted.class);
    assertThat(ACCOUNTS).isEqualTo(before);
  }

  private static void assertAccepted(Command command, World world) {
    assertThat(Decide.decide(command, world, NOW)).isInstanceOf(Decision.Accepted.class);
  }

  private static Map<AccountId, AccountState> accounts() {
    OptionalLong zero = OptionalLong.of(0);
    OptionalLong none = OptionalLong.empty();
    Map<AccountId, AccountState> states = new HashMap<>();
    put(states, state(RICH, CNY, none, none, 1000));
    put(states, state(POOR, CNY, zero, none, 0));
    put(states, state(YEN, Unit.of("JPY"), none, none, 0));
    put(states, closed(state(CLOSED, CNY, none, none, 0)));
    put(states, frozen(state(NO_DEBIT, CNY, none, none, 0), Side.DEBIT));
    put(states, frozen(state(NO_CREDIT, CNY, none, none, 0), Side.CREDIT));
    put(states, state(SMALL, CNY, none, OptionalLong.of(100), 0));
    put(states, state(FULL, CNY, none, none, Money.MINOR_MAX));
    return Collections.unmodifiableMap(states);
  }

  private static void put(Map<AccountId, AccountState> states, AccountState state) {
    states.put(state.id(), state);
  }

  private static AccountState state(
      AccountId id, Unit unit, OptionalLong floor, OptionalLong ceiling, long posted) {
    long held = id.equals(RICH) ? 100 : 0;
    return new AccountState(
        id, unit, floor, ceiling, false, false, false, posted, held, 0, 0, NOW.minusSeconds(1));
  }

  private static AccountState closed(AccountState a) {
    return new AccountState(
        a.id(), a.unit(), a.floor(), a.ceiling(), false, false, true, 0, 0, 0, 0, a.touchedAt());
  }

  private static AccountState frozen(AccountState a, Side side) {
    boolean debit = side == Side.DEBIT;
    return new AccountState(
        a.id(), a.unit(), a.floor(), a.ceiling(), debit, !debit, false, 0, 0, 0, 0, a.touchedAt());
  }

  private static World world(Optional<HoldState> hold, Optional<PastPosting> past) {
    return new World(ACCOUNTS, hold, past, false);
  }

  private static World holding(long amount, int secondsLeft, End end) {
    long released = end == null ? 0 : amount;
    return world(
        Optional.of(
            new HoldState(
                HOLD,
                RICH,
                amount,
                0,
                released,
                0,
                NOW.plusSeconds(secondsLeft),
                Optional.ofNullable(end),
                "x")),
        Optional.empty());
  }

  private static World past(long reversed, Leg... legs) {
    return past(reversed, List.of(legs));
  }

  private static World past(long reversed, List<Leg> legs) {
    return world(
        Optional.empty(),
        Optional.of(
            new PastPosting(false, false, legs, reversed, Optional.empty(), Optional.empty())));
  }

  private static PostingId id() {
    return new PostingId(IDS.next());
  }

  private static UUID ahead() {
    Instant tooFar = NOW.plus(Duration.ofHours(24)).plusMillis(1);
    return new Ids(InstantSource.fixed(tooFar)).next();
  }

  private static Leg leg(AccountId debit, AccountId credit, long minor) {
    return new Leg(debit, credit, cny(minor));
  }

  private static Posting post(Leg... legs) {
    return post(IDS.next(), legs);
  }

  private static Posting post(UUID id, Leg... legs) {
    return new Posting(
        new PostingId(id), "k", List.of(legs), "r", Optional.empty(), Optional.empty(), Map.of());
  }

  private static Posting many(int legs) {
    return post(Collections.nCopies(legs, leg(RICH, POOR, 1)).toArray(Leg[]::new));
  }

  private static Hold hold(AccountId account, long minor, Instant expiresAt) {
    return new Hold(id(), HOLD, account, cny(minor), expiresAt, "r");
  }

  private static Capture capture(long minor) {
    List<Share> shares = List.of(new Share(POOR, cny(minor)));
    return new Capture(id(), HOLD, shares, "k", "r", false, Optional.empty(), Optional.empty());
  }

  private static Reversal reverse(Money amount) {
    return new Reversal(id(), new PostingId(IDS.next()), Optional.ofNullable(amount), "r");
  }
}
