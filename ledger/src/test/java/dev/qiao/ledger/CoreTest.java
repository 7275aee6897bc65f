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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoreTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final long AT = Micros.of(NOW);
  private static final Ids IDS = new Ids(InstantSource.fixed(NOW));

  /** Of version 7, and of 1970. */
  private static final UUID OLD = new UUID(0x7000, 1L << 63);

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

  private static final HoldId HOLD = new HoldId(IDS.next());
  private static final PostingId PAST = new PostingId(IDS.next());
  private static final AllowanceId SPENT = new AllowanceId(1);
  private static final AllowanceId UNKNOWN = new AllowanceId(2);

  record Case(Refusal expected, Command command, World world) {}

  /** One row for each refusal, in the declared order. */
  static Stream<Case> table() {
    List<Leg> two = List.of(leg(RICH, POOR, 1), leg(RICH, POOR, 1));
    return Stream.of(
        new Case(Refusal.ID_NOT_TIME_ORDERED, post(UUID.randomUUID(), leg(RICH, POOR, 1)), plain()),
        new Case(Refusal.ID_TOO_FAR_AHEAD, post(ahead(), leg(RICH, POOR, 1)), plain()),
        new Case(Refusal.ID_TOO_OLD, post(OLD, leg(RICH, POOR, 1)), openedAt(AT)),
        new Case(Refusal.NO_LEGS, post(), plain()),
        new Case(Refusal.TOO_MANY_LEGS, many(101), plain()),
        new Case(Refusal.AMOUNT_NOT_POSITIVE, post(leg(RICH, POOR, 0)), plain()),
        new Case(Refusal.SAME_ACCOUNT, post(leg(RICH, RICH, 1)), plain()),
        new Case(Refusal.EXPIRY_NOT_AHEAD, hold(RICH, 1, NOW), plain()),
        new Case(Refusal.GUARD_MISSED, post(leg(RICH, POOR, 1)), plain()),
        new Case(Refusal.HOLD_EXISTS, hold(RICH, 1, NOW.plusSeconds(1)), holding(1, 1, null)),
        new Case(Refusal.HOLD_NOT_FOUND, new Release(id(), HOLD), plain()),
        new Case(Refusal.HOLD_EXPIRED, new Release(id(), HOLD), holding(100, 0, null)),
        new Case(Refusal.HOLD_FINISHED, new Release(id(), HOLD), holding(100, 1, End.RELEASED)),
        new Case(Refusal.POSTING_NOT_FOUND, reverse(null), plain()),
        new Case(Refusal.NOT_REVERSIBLE, reverse(null), past(0)),
        new Case(Refusal.WHOLE_ONLY, reverse(cny(1)), past(0, two)),
        new Case(Refusal.ALREADY_REVERSED, reverse(null), past(1, leg(RICH, POOR, 1))),
        new Case(Refusal.ACCOUNT_NOT_FOUND, post(leg(RICH, MISSING, 1)), plain()),
        new Case(Refusal.ALLOWANCE_NOT_FOUND, using(UNKNOWN, 1), plain()),
        new Case(Refusal.UNIT_MISMATCH, post(leg(RICH, YEN, 1)), plain()),
        new Case(Refusal.ACCOUNT_CLOSED, post(leg(RICH, CLOSED, 1)), plain()),
        new Case(Refusal.FROZEN_FOR_DEBIT, post(leg(NO_DEBIT, RICH, 1)), plain()),
        new Case(Refusal.FROZEN_FOR_CREDIT, post(leg(RICH, NO_CREDIT, 1)), plain()),
        new Case(Refusal.EXCEEDS_HOLD, capture(101), holding(100, 1, null)),
        new Case(Refusal.EXCEEDS_REMAINING, reverse(cny(3)), past(3, leg(POOR, RICH, 5))),
        new Case(Refusal.ALLOWANCE_EXCEEDED, using(SPENT, 6), plain()),
        new Case(Refusal.INSUFFICIENT_FUNDS, post(leg(POOR, RICH, 1)), plain()),
        new Case(Refusal.CEILING_EXCEEDED, post(leg(RICH, SMALL, 101)), plain()),
        new Case(Refusal.BALANCE_OUT_OF_RANGE, post(leg(RICH, FULL, 1)), plain()));
  }

  @ParameterizedTest
  @MethodSource("table")
  void refuses(Case row) {
    boolean guardMissed = row.expected == Refusal.GUARD_MISSED;
    Decision decision = new Core(row.world).decide(row.command, guardMissed, AT);

    assertThat(decision).isEqualTo(new Decision.Declined(AT, row.expected));
    assertThat(balances(row.world)).isEqualTo(balances(plain()));
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
      assertThat(decide(post(broken), plain()))
          .isEqualTo(new Decision.Declined(AT, expected.get(i)));
    }
  }

  /** What can be seen of the command itself comes first, also where the hold is of no use. */
  @Test
  void givesTheFirstReasonForAHoldThatIsOver() {
    World over = holding(100, 1, End.RELEASED);
    List<Use> uses = List.of(new Use(SPENT, cny(0)));
    Capture toItself =
        new Capture(
            id(),
            HOLD,
            List.of(new Share(RICH, cny(1))),
            "k",
            "r",
            false,
            Optional.empty(),
            Optional.empty());

    assertThat(decide(new Increase(id(), HOLD, cny(1), uses), over))
        .isEqualTo(new Decision.Declined(AT, Refusal.AMOUNT_NOT_POSITIVE));
    assertThat(decide(toItself, over)).isEqualTo(new Decision.Declined(AT, Refusal.SAME_ACCOUNT));
  }

  @Test
  void allowsWhatIsJustWithinTheLimits() {
    assertAccepted(many(100), plain());
    assertAccepted(post(leg(RICH, SMALL, 100)), plain());
    assertAccepted(post(leg(FULL, POOR, 1), leg(RICH, FULL, 1)), plain());
    assertAccepted(capture(100), holding(100, 1, null));
    assertAccepted(reverse(cny(2)), past(3, leg(POOR, RICH, 5)));
    assertAccepted(post(leg(RICH, POOR, 5), leg(POOR, SMALL, 5)), plain());
  }

  @Test
  void endsAHoldFromItsExpiryOn() {
    Expiry expiry = new Expiry(id(), HOLD);

    assertAccepted(expiry, holding(100, 0, null));
    for (World early : List.of(holding(100, 1, null), holding(100, 0, End.EXPIRED), plain())) {
      assertThat(decide(expiry, early)).isEqualTo(new Decision.Declined(AT, Refusal.HOLD_FINISHED));
    }
  }

  @Test
  void decidesTheSameInTheSameWorld() {
    Posting posting = post(OLD, leg(RICH, POOR, 5));

    Decision once = decide(posting, plain());

    assertThat(decide(posting, plain())).isEqualTo(once).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void meetsWhatEarlierCommandsHaveLeft() {
    World world = plain();
    Core core = new Core(world);

    assertThat(core.decide(post(leg(RICH, POOR, 5)), false, AT))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(core.decide(post(leg(POOR, RICH, 6)), false, AT))
        .isInstanceOf(Decision.Declined.class);
    assertThat(core.decide(post(leg(POOR, RICH, 5)), false, AT))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(world.account(POOR).balance()).isEqualTo(new Balance(POOR, CNY, 0, 0, 2));
  }

  /** A release of the hold gives back a share of the same whole. */
  @Test
  void givesBackAShareOfAllThatTheHoldHasTakenByThen() {
    World world = holding(100, 1, null);
    Core core = new Core(world);
    world.past.put(PAST, captured(world.holds.get(HOLD)));

    core.decide(new Increase(id(), HOLD, cny(50), List.of(new Use(SPENT, cny(2)))), false, AT);

    PastPosting past = world.past.get(PAST);
    assertThat(past.usedFor()).isEqualTo(150);
    assertThat(past.used()).extracting(Used::amount).containsExactly(2L);
  }

  /** It is not stored, so that it must not be remembered either. */
  @Test
  void leavesAnAllowanceAsItWasWhenNothingIsGivenBackToIt() {
    World world = holding(100, 3 * 24 * 3600, null);
    AllowanceState before = world.allowances.get(SPENT.number());
    Used used = new Used(SPENT.number(), before.windowStart(), 5, HOLD);
    HoldState hold = world.holds.get(HOLD);
    world.holds.put(HOLD, hold.increased(0, List.of(used)));

    Decision released =
        new Core(world)
            .decide(new Release(id(), HOLD), false, AT + 2 * 24 * 3600 * Micros.PER_SECOND);

    assertThat(released).isInstanceOf(Decision.Accepted.class);
    assertThat(world.allowances.get(SPENT.number())).isSameAs(before);
  }

  private static PastPosting captured(HoldState hold) {
    return new PastPosting(
        false,
        false,
        List.of(leg(RICH, POOR, 10)),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(hold.id()),
        hold.used(),
        hold.amount());
  }

  private static void assertAccepted(Command command, World world) {
    assertThat(decide(command, world)).isInstanceOf(Decision.Accepted.class);
  }

  private static Decision decide(Command command, World world) {
    return new Core(world).decide(command, false, AT);
  }

  private static List<Balance> balances(World world) {
    List<Balance> balances = new ArrayList<>();
    world.accounts.forEach(account -> balances.add(account.balance()));
    return balances;
  }

  private static World openedAt(long idsSince) {
    World world = plain();
    world.idsSince = idsSince;
    return world;
  }

  private static World plain() {
    World world = new World();
    long no = AccountState.NO_FLOOR;
    long max = AccountState.NO_CEILING;
    world.add(
        new AccountState(RICH.number(), CNY, no, max, false, false, false)
            .at(1000, 100, 0, 0, AT - 1));
    world.add(new AccountState(POOR.number(), CNY, 0, max, false, false, false));
    world.add(new AccountState(YEN.number(), Unit.of("JPY"), no, max, false, false, false));
    world.add(new AccountState(CLOSED.number(), CNY, no, max, false, false, true));
    world.add(new AccountState(NO_DEBIT.number(), CNY, no, max, true, false, false));
    world.add(new AccountState(NO_CREDIT.number(), CNY, no, max, false, true, false));
    world.add(new AccountState(SMALL.number(), CNY, no, 100, false, false, false));
    world.add(
        new AccountState(FULL.number(), CNY, no, max, false, false, false)
            .at(Money.MINOR_MAX, 0, 0, 0, AT - 1));
    AllowanceState tenADay =
        new AllowanceState(
            SPENT.number(),
            CNY,
            10,
            Window.DAY,
            ZoneOffset.UTC,
            Optional.empty(),
            false,
            0,
            0,
            new long[1],
            0,
            0);
    world.add(tenADay.at(AT).use(5, AT));
    return world;
  }

  private static World holding(long amount, int secondsLeft, End end) {
    World world = plain();
    world.holds.put(
        HOLD,
        new HoldState(
            HOLD,
            RICH.number(),
            amount,
            0,
            end == null ? 0 : amount,
            0,
            AT + secondsLeft * Micros.PER_SECOND,
            Optional.ofNullable(end),
            "x",
            List.of()));
    return world;
  }

  private static World past(long reversed, Leg... legs) {
    return past(reversed, List.of(legs));
  }

  private static World past(long reversed, List<Leg> legs) {
    World world = plain();
    world.past.put(
        PAST,
        new PastPosting(
            false,
            false,
            legs,
            reversed,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            PastPosting.sum(legs)));
    return world;
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

  private static Posting using(AllowanceId allowance, long minor) {
    return Posting.of(id(), "k", "r").leg(RICH, POOR, cny(1)).use(allowance, cny(minor)).build();
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
    return new Reversal(id(), PAST, Optional.ofNullable(amount), "r");
  }
}
