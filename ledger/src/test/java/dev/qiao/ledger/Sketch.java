package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;

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
import java.util.Optional;
import java.util.UUID;

/**
 * A command in the making, with the world that it will meet: nothing is wrong with either until a
 * fault is put in. Faults do not undo each other.
 */
final class Sketch {
  static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  static final long AT = Micros.of(NOW);
  private static final Ids IDS = new Ids(InstantSource.fixed(NOW));

  /** An account for each thing that can be wrong with one. */
  static final AccountId RICH = new AccountId(1);

  static final AccountId POOR = new AccountId(2);
  static final AccountId MISSING = new AccountId(3);
  static final AccountId YEN = new AccountId(4);
  static final AccountId CLOSED = new AccountId(5);
  static final AccountId NO_DEBIT = new AccountId(6);
  static final AccountId NO_CREDIT = new AccountId(7);
  static final AccountId SMALL = new AccountId(8);
  static final AccountId FULL = new AccountId(9);
  static final AccountId DEEP = new AccountId(10);

  static final AllowanceId SPENT = new AllowanceId(1);
  static final AllowanceId UNKNOWN = new AllowanceId(2);
  static final Unit JPY = Unit.of("JPY");

  private final HoldId hold = new HoldId(IDS.next());
  private final PostingId past = new PostingId(IDS.next());

  UUID id = IDS.next();
  boolean guardMissed;
  long idsSince;

  final List<Leg> legs = new ArrayList<>(List.of(leg(RICH, POOR, 1)));
  final List<Share> shares = new ArrayList<>(List.of(new Share(POOR, cny(1))));
  final List<Use> uses = new ArrayList<>();
  boolean sharesWithItself;

  AccountId account = RICH;
  Instant expiresAt = NOW.plusSeconds(1);
  boolean holdIsThere;
  int secondsLeft = 1;
  End end;

  boolean pastIsThere = true;
  boolean pastIsReversal;
  boolean allIsReversed;
  final List<Leg> pastLegs = new ArrayList<>(List.of(leg(POOR, RICH, 5)));
  Long part;
  Unit partUnit = CNY;

  static Leg leg(AccountId debit, AccountId credit, long minor) {
    return new Leg(debit, credit, cny(minor));
  }

  static UUID tooFarAhead() {
    Instant late = NOW.plus(Duration.ofHours(24)).plusMillis(1);
    return new Ids(InstantSource.fixed(late)).next();
  }

  void manyLegs() {
    legs.addAll(Collections.nCopies(101, leg(RICH, POOR, 1)));
    shares.addAll(Collections.nCopies(101, new Share(POOR, cny(1))));
  }

  void share(AccountId credit, long minor) {
    shares.add(new Share(credit, cny(minor)));
  }

  void use(AllowanceId allowance, Money amount) {
    uses.add(new Use(allowance, amount));
  }

  void onlyPastLeg(AccountId debit, AccountId credit, long minor) {
    pastLegs.set(0, leg(debit, credit, minor));
  }

  void partIsAtLeast(long minor) {
    part = part == null ? Long.valueOf(minor) : part;
  }

  Posting post() {
    Posting.Builder posting = Posting.of(new PostingId(id), "k", "r");
    legs.forEach(leg -> posting.leg(leg.debit(), leg.credit(), leg.amount()));
    uses.forEach(use -> posting.use(use.allowance(), use.amount()));
    return posting.build();
  }

  Hold hold() {
    return new Hold(new PostingId(id), hold, account, cny(1), expiresAt, "r", uses);
  }

  Increase increase() {
    return new Increase(new PostingId(id), hold, cny(1), uses);
  }

  Capture capture() {
    List<Share> all = new ArrayList<>(shares);
    if (sharesWithItself) {
      all.add(new Share(account, cny(1)));
    }
    return new Capture(
        new PostingId(id), hold, all, "k", "r", false, Optional.empty(), Optional.empty());
  }

  Release release() {
    return new Release(new PostingId(id), hold);
  }

  Reversal reverse() {
    Optional<Money> amount = Optional.ofNullable(part).map(minor -> Money.of(minor, partUnit));
    return new Reversal(new PostingId(id), past, amount, "r");
  }

  Decision decide(Command command) {
    return new Core(world()).decide(command, guardMissed, AT);
  }

  private World world() {
    World world = new World();
    world.idsSince = idsSince;
    long no = AccountState.NO_FLOOR;
    long max = AccountState.NO_CEILING;
    world.add(open(RICH, no, max).at(1_000, 200, 0, 0, AT - 1));
    world.add(open(POOR, 0, max));
    world.add(new AccountState(YEN.number(), JPY, no, max, false, false, false));
    world.add(new AccountState(CLOSED.number(), CNY, no, max, false, false, true));
    world.add(
        new AccountState(NO_DEBIT.number(), CNY, no, max, true, false, false)
            .at(1_000, 200, 0, 0, AT - 1));
    world.add(new AccountState(NO_CREDIT.number(), CNY, no, max, false, true, false));
    world.add(open(SMALL, no, 100));
    world.add(open(FULL, no, max).at(Money.MINOR_MAX, 0, 0, 0, AT - 1));
    world.add(open(DEEP, no, max).at(-Money.MINOR_MAX, 0, 0, 0, AT - 1));
    world.add(tenADay().at(AT).use(5, AT));
    if (holdIsThere) {
      world.holds.put(hold, holdState());
    }
    if (pastIsThere) {
      world.past.put(past, pastPosting());
    }
    return world;
  }

  private static AccountState open(AccountId id, long floor, long ceiling) {
    return new AccountState(id.number(), CNY, floor, ceiling, false, false, false);
  }

  private static AllowanceState tenADay() {
    return new AllowanceState(
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
  }

  private HoldState holdState() {
    return new HoldState(
        hold,
        account.number(),
        200,
        0,
        end == null ? 0 : 200,
        0,
        AT + secondsLeft * Micros.PER_SECOND,
        Optional.ofNullable(end),
        "x",
        List.of());
  }

  private PastPosting pastPosting() {
    long sum = PastPosting.sum(pastLegs);
    return new PastPosting(
        pastIsReversal,
        false,
        pastLegs,
        allIsReversed ? sum : 0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        sum);
  }
}
