package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Unit TIMES = new Unit("times", 0);

  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @BeforeEach
  void funds() {
    world.fund(world.alice, 1_000_00);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void refusesWhatIsMoreThanADayAllows() {
    AllowanceId day = open("day", Window.DAY, false);

    assertThat(pay(60_00, day)).isInstanceOf(Posted.class);
    assertThat(pay(40_01, day)).matches(AllowanceTest::isExceeded);
    assertThat(pay(40_00, day)).isInstanceOf(Posted.class);
    assertThat(pay(1, day)).matches(AllowanceTest::isExceeded);
    assertThat(left(day)).isZero();
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(100_00);
  }

  /** The test clock starts at 16:00 in Shanghai. */
  @Test
  void beginsADayAtMidnightInTheSubjectsZone() {
    AllowanceId day = open("day", Window.DAY, false);
    pay(100_00, day);

    world.clock.advance(Duration.ofHours(8).minusMillis(1));
    assertThat(pay(1, day)).matches(AllowanceTest::isExceeded);
    world.clock.advance(Duration.ofMillis(1));
    assertThat(left(day)).isEqualTo(100_00);
    assertThat(pay(100_00, day)).isInstanceOf(Posted.class);
  }

  @Test
  void countsMonthsAndYears() {
    AllowanceId month = open("month", Window.MONTH, false);
    AllowanceId year = open("year", Window.YEAR, false);
    pay(90_00, month, year);

    world.clock.advance(Duration.ofDays(9));
    assertThat(left(month)).isEqualTo(10_00);
    world.clock.advance(Duration.ofDays(1));
    assertThat(left(month)).isEqualTo(100_00);
    assertThat(left(year)).isEqualTo(10_00);
    assertThat(pay(11_00, month, year)).matches(AllowanceTest::isExceeded);
    assertThat(left(month)).isEqualTo(100_00);
    world.clock.advance(Duration.ofDays(31));
    assertThat(left(year)).isEqualTo(100_00);
  }

  @Test
  void countsALifeWithoutEnd() {
    AllowanceId life = open("life", Window.LIFE, false);
    pay(90_00, life);

    world.clock.advance(Duration.ofDays(4_000));
    assertThat(left(life)).isEqualTo(10_00);
    assertThat(pay(11_00, life)).matches(AllowanceTest::isExceeded);
    assertThat(pay(10_00, life)).isInstanceOf(Posted.class);
    assertThat(left(life)).isZero();
  }

  @Test
  void capsEachPayment() {
    AllowanceId each = open("each", Window.PAYMENT, false);

    assertThat(pay(100_00, each)).isInstanceOf(Posted.class);
    assertThat(pay(100_00, each)).isInstanceOf(Posted.class);
    assertThat(pay(100_01, each)).matches(AllowanceTest::isExceeded);
  }

  @Test
  void rollsInTwentyFourPartsAndNeverForgetsEarly() {
    AllowanceId rolling = open("rolling", Window.rolling(Duration.ofHours(24)), false);
    world.clock.advance(Duration.ofMinutes(59));
    pay(70_00, rolling);
    world.clock.advance(Duration.ofHours(12));
    pay(30_00, rolling);

    world.clock.advance(Duration.ofHours(12));
    assertThat(pay(1, rolling)).matches(AllowanceTest::isExceeded);
    world.clock.advance(Duration.ofHours(1));
    assertThat(left(rolling)).isEqualTo(70_00);
    assertThat(pay(70_00, rolling)).isInstanceOf(Posted.class);
    world.clock.advance(Duration.ofHours(12));
    assertThat(left(rolling)).isEqualTo(30_00);
    world.clock.advance(Duration.ofDays(400));
    assertThat(left(rolling)).isEqualTo(100_00);
  }

  @Test
  void countsTimesAsWellAsMoney() {
    AllowanceId times =
        ledger.openAllowance(
            new AllowanceTerms("times", Money.of(2, TIMES), Window.DAY, SHANGHAI, false));
    Use once = new Use(times, Money.of(1, TIMES));

    assertThat(pay(5_00, List.of(once))).isInstanceOf(Posted.class);
    assertThat(pay(5_00, List.of(once))).isInstanceOf(Posted.class);
    assertThat(pay(5_00, List.of(once))).matches(AllowanceTest::isExceeded);
    assertThat(pay(5_00, List.of(new Use(times, cny(1)))))
        .extracting(result -> ((Refused) result).reason())
        .isEqualTo(Refusal.UNIT_MISMATCH);
  }

  @Test
  void givesBackWhatAHoldDidNotUse() {
    AllowanceId day = open("day", Window.DAY, false);
    Hold hold = hold(60_00, day);
    assertThat(ledger.hold(hold)).isInstanceOf(Posted.class);
    assertThat(left(day)).isEqualTo(40_00);
    ledger.increase(
        new Increase(world.id(), hold.hold(), cny(20_00), List.of(new Use(day, cny(20_00)))));
    assertThat(left(day)).isEqualTo(20_00);

    ledger.capture(capture(hold, 30_00, true));

    assertThat(left(day)).isEqualTo(70_00);
  }

  @Test
  void givesBackToItsOwnWindowOnly() {
    AllowanceId day = open("day", Window.DAY, false);
    Hold hold = hold(60_00, day);
    ledger.hold(hold);
    world.clock.advance(Duration.ofHours(9));
    pay(70_00, day);

    ledger.release(new Release(world.id(), hold.hold()));

    assertThat(left(day)).isEqualTo(30_00);
  }

  /** What is noted of its window must be what is counted in it: the audit compares both. */
  @Test
  void notesNothingForAWindowThatIsOver() throws SQLException {
    AllowanceId day = open("day", Window.DAY, false);
    Hold hold = hold(60_00, day);
    ledger.hold(hold);
    world.clock.advance(Duration.ofDays(2));

    ledger.release(new Release(world.id(), hold.hold()));

    assertThat(left(day)).isEqualTo(100_00);
    assertThat(world.count("select count(*) from ledger.allowance_use")).isEqualTo(1);
    assertThat(ledger.audit().differences()).isEmpty();
  }

  @Test
  void givesBackWhenAHoldExpires() {
    AllowanceId day = open("month", Window.MONTH, false);
    ledger.hold(hold(60_00, day));
    world.clock.advance(Duration.ofHours(7));
    assertThat(ledger.expireHolds(10)).isZero();
    ledger.capAllowance(day, cny(60_00));
    world.clock.advance(Duration.ofHours(5));

    assertThat(ledger.expireHolds(10)).isEqualTo(1);
    assertThat(left(day)).isEqualTo(60_00);
  }

  @Test
  void givesBackOnReversalOnlyWhenItSaysSo() {
    AllowanceId kept = open("kept", Window.DAY, false);
    AllowanceId restored = open("restored", Window.DAY, true);
    PostResult paid = pay(90_00, kept, restored);
    PostingId id = ((Posted) paid).id();

    ledger.reverse(new Reversal(world.id(), id, Optional.of(cny(50_01)), "r"));
    assertThat(left(restored)).isEqualTo(60_01);
    ledger.reverse(new Reversal(world.id(), id, Optional.empty(), "r"));
    assertThat(left(restored)).isEqualTo(100_00);
    assertThat(left(kept)).isEqualTo(10_00);
  }

  @Test
  void givesBackOnReversalOfACapture() {
    AllowanceId restored = open("restored", Window.DAY, true);
    Hold hold = hold(60_00, restored);
    ledger.hold(hold);
    Capture capture = capture(hold, 60_00, false);
    ledger.capture(capture);

    ledger.reverse(new Reversal(world.id(), capture.id(), Optional.of(cny(20_00)), "r"));

    assertThat(left(restored)).isEqualTo(60_00);
  }

  @Test
  void failsClosed() {
    AllowanceId unknown = new AllowanceId(999);

    PostResult result = pay(1, unknown);

    assertThat(((Refused) result).reason()).isEqualTo(Refusal.ALLOWANCE_NOT_FOUND);
  }

  @Test
  void takesANewZoneWhenTheOpenWindowCloses() {
    AllowanceId day = open("day", Window.DAY, false);
    pay(100_00, day);
    ledger.moveAllowance(day, ZoneId.of("UTC"));
    assertThat(ledger.allowance(day).orElseThrow().nextZone()).contains(ZoneId.of("UTC"));

    assertThat(pay(1, day)).matches(AllowanceTest::isExceeded);
    world.clock.advance(Duration.ofHours(8)); // Midnight in Shanghai, 16:00 in UTC.
    assertThat(pay(1, day)).as("the day goes on").matches(AllowanceTest::isExceeded);
    assertThat(ledger.allowance(day).orElseThrow().left()).isEqualTo(cny(0));
    world.clock.advance(Duration.ofHours(8));
    assertThat(pay(100_00, day)).isInstanceOf(Posted.class);
    assertThat(pay(1, day)).matches(AllowanceTest::isExceeded);
  }

  /** Whoever moves on as the earth turns would else have a day of their own each hour. */
  @Test
  void givesNobodyTwoDaysInOneByChangesOfZone() {
    AllowanceId day = open("day", Window.DAY, false);
    int paid = 0;
    for (int hour = 0; hour < 72; hour++) {
      paid += pay(100_00, day) instanceof Posted ? 1 : 0;
      ledger.moveAllowance(day, ZoneOffset.ofHours(Math.floorMod(7 - hour, 24) - 12));
      world.clock.advance(Duration.ofHours(1));
    }

    assertThat(paid).isBetween(1, 4);
    assertThat(ledger.audit().differences()).isEmpty();
  }

  @Test
  void countsAllThatOnePaymentUsesHoweverItIsCutUp() {
    AllowanceId each = open("each", Window.PAYMENT, false);
    Use half = new Use(each, cny(50_00));
    Use more = new Use(each, cny(50_01));

    assertThat(pay(100_00, List.of(half, half))).isInstanceOf(Posted.class);
    assertThat(pay(100_01, List.of(half, more))).matches(AllowanceTest::isExceeded);
    Hold hold = hold(60_00, each);
    ledger.hold(hold);
    assertThat(
            ledger.increase(
                new Increase(
                    world.id(), hold.hold(), cny(40_01), List.of(new Use(each, cny(40_01))))))
        .matches(AllowanceTest::isExceeded);
    assertThat(
            ledger.increase(
                new Increase(
                    world.id(), hold.hold(), cny(40_00), List.of(new Use(each, cny(40_00))))))
        .isInstanceOf(Posted.class);
  }

  @Test
  void keepsWhatIsUsedWhenTheCapChanges() {
    AllowanceId day = open("day", Window.DAY, false);
    pay(60_00, day);

    assertThat(ledger.capAllowance(day, cny(50_00)).orElseThrow().left()).isEqualTo(cny(0));
    assertThat(pay(1, day)).matches(AllowanceTest::isExceeded);
    ledger.capAllowance(day, cny(60_01));
    assertThat(pay(1, day)).isInstanceOf(Posted.class);
    assertThat(open("day", Window.DAY, false)).isEqualTo(day);
    assertThatThrownBy(() -> open("day", Window.MONTH, false))
        .isInstanceOf(AllowanceTermsDiffer.class);
  }

  @Test
  void isNeverUsedTwiceByCommandsOfOneMoment() {
    AllowanceId day = open("day", Window.DAY, false);
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(ledger.postAsync(payment(5_00, List.of(new Use(day, cny(5_00))))));
    }

    assertThat(answers.stream().map(CompletableFuture::join))
        .filteredOn(Posted.class::isInstance)
        .hasSize(20);
  }

  @Test
  void isNotUsedAgainByAReplay() {
    AllowanceId day = open("day", Window.DAY, false);
    Posting posting = payment(60_00, List.of(new Use(day, cny(60_00))));
    ledger.post(posting);

    assertThat(ledger.post(posting)).isInstanceOf(Replayed.class);
    assertThat(left(day)).isEqualTo(40_00);
  }

  @Test
  void isAudited() throws SQLException {
    AllowanceId day = open("day", Window.DAY, false);
    pay(60_00, day);
    world.asOwner("update ledger.allowance set slots = array[1]");

    assertThat(ledger.audit().differences())
        .containsExactly(
            new AuditReport.Difference("allowance " + day.number() + " (day)", "used", 60_00, 1));
    world.asOwner("update ledger.allowance set slots = array[6000]");
  }

  private AllowanceId open(String reference, Window window, boolean restored) {
    return ledger.openAllowance(
        new AllowanceTerms(reference, cny(100_00), window, SHANGHAI, restored));
  }

  private PostResult pay(long minor, AllowanceId... allowances) {
    List<Use> uses = new ArrayList<>();
    for (AllowanceId allowance : allowances) {
      uses.add(new Use(allowance, cny(minor)));
    }
    return pay(minor, uses);
  }

  private PostResult pay(long minor, List<Use> uses) {
    return ledger.post(payment(minor, uses));
  }

  private Posting payment(long minor, List<Use> uses) {
    Posting.Builder posting =
        Posting.of(world.id(), "payment", "pay_1").leg(world.alice, world.bob, cny(minor));
    uses.forEach(use -> posting.use(use.allowance(), use.amount()));
    return posting.build();
  }

  private Hold hold(long minor, AllowanceId allowance) {
    Instant expiresAt = world.clock.instant().plus(Duration.ofHours(12));
    return new Hold(
        world.id(),
        world.holdId(),
        world.alice,
        cny(minor),
        expiresAt,
        "pay_1",
        List.of(new Use(allowance, cny(minor))));
  }

  private Capture capture(Hold hold, long minor, boolean last) {
    List<Share> shares = List.of(new Share(world.bob, Money.of(minor, CNY)));
    return new Capture(
        world.id(),
        hold.hold(),
        shares,
        "payment",
        "pay_1",
        last,
        Optional.empty(),
        Optional.empty());
  }

  private long left(AllowanceId id) {
    return ledger.allowance(id).orElseThrow().left().minor();
  }

  private static boolean isExceeded(PostResult result) {
    return result instanceof Refused(_, Refusal reason) && reason == Refusal.ALLOWANCE_EXCEEDED;
  }
}
