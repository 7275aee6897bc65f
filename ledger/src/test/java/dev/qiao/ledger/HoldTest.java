package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.HoldRecord.End;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;
  private Hold hold;

  @BeforeEach
  void setsFourAside() {
    world.fund(world.alice, 10_00);
    hold = world.holdOf(world.alice, 4_00);
    assertThat(ledger.hold(hold)).isInstanceOf(Posted.class);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void setsMoneyAside() {
    Balance balance = ledger.balance(world.alice);

    assertThat(balance).isEqualTo(new Balance(world.alice, CNY, 10_00, 4_00, 2));
    assertThat(balance.available()).isEqualTo(6_00);
    assertThat(refusal(ledger.post(world.transfer(world.alice, world.bob, 6_01))))
        .contains(Refusal.INSUFFICIENT_FUNDS);
    assertThat(refusal(ledger.hold(world.holdOf(world.alice, 6_01))))
        .contains(Refusal.INSUFFICIENT_FUNDS);
    assertThat(refusal(ledger.post(world.transfer(world.alice, world.bob, 6_00)))).isEmpty();
  }

  @Test
  void capturesSeveralTimesToSeveralAccounts() {
    Capture first = capture(false, new Share(world.bob, cny(1_00)), new Share(world.bank, cny(50)));

    PostResult result = ledger.capture(first);

    assertThat(((Posted) result).after())
        .containsExactly(
            new Balance(world.alice, CNY, 8_50, 2_50, 4),
            new Balance(world.bob, CNY, 1_00, 0, 1),
            new Balance(world.bank, CNY, -9_50, 0, 2));
    assertThat(ledger.capture(first)).isEqualTo(new Replayed(result));
    assertThat(refusal(ledger.capture(capture(false, new Share(world.bob, cny(2_51))))))
        .contains(Refusal.EXCEEDS_HOLD);
    assertThat(refusal(ledger.capture(capture(false, new Share(world.bob, cny(2_50)))))).isEmpty();
    assertThat(ledger.findHold(hold.hold()).orElseThrow())
        .returns(Optional.of(End.CAPTURED), HoldRecord::ended)
        .returns(cny(4_00), HoldRecord::captured)
        .returns(cny(0), HoldRecord::remaining);
    assertThat(refusal(ledger.capture(capture(false, new Share(world.bob, cny(1))))))
        .contains(Refusal.HOLD_FINISHED);
  }

  @Test
  void releasesTheRestWithTheLastCapture() {
    Capture last = capture(true, new Share(world.bob, cny(1_00)));

    PostResult result = ledger.capture(last);

    assertThat(((Posted) result).after())
        .containsExactly(
            new Balance(world.alice, CNY, 9_00, 0, 4), new Balance(world.bob, CNY, 1_00, 0, 1));
    assertThat(ledger.capture(last)).isEqualTo(new Replayed(result));
    assertThat(ledger.findHold(hold.hold()).orElseThrow().released()).isEqualTo(cny(3_00));
    PostingRecord record = ledger.posting(last.id()).orElseThrow();
    assertThat(record.legs()).hasSize(1);
    assertThat(record.holdChanges())
        .extracting(PostingRecord.HoldChange::change)
        .containsExactly(cny(-3_00));
  }

  @Test
  void increasesAndReleases() {
    assertThat(refusal(ledger.increase(new Increase(world.id(), hold.hold(), cny(6_01)))))
        .contains(Refusal.INSUFFICIENT_FUNDS);
    assertThat(refusal(ledger.increase(new Increase(world.id(), hold.hold(), cny(1_00)))))
        .isEmpty();
    assertThat(ledger.balance(world.alice).held()).isEqualTo(5_00);

    Release release = new Release(world.id(), hold.hold());
    PostResult released = ledger.release(release);
    assertThat(((Posted) released).after())
        .containsExactly(new Balance(world.alice, CNY, 10_00, 0, 4));
    assertThat(ledger.release(release)).isEqualTo(new Replayed(released));
    assertThat(refusal(ledger.release(new Release(world.id(), hold.hold()))))
        .contains(Refusal.HOLD_FINISHED);
    assertThat(ledger.postingsOf("pay_1"))
        .extracting(PostingRecord::verb)
        .containsExactlyInAnyOrder("hold", "increase", "increase", "release", "release");
  }

  @Test
  void increasesInsideATransactionOfTheCallers() throws SQLException {
    Increase kept = new Increase(world.id(), hold.hold(), cny(1_00));
    Increase dropped = new Increase(world.id(), hold.hold(), cny(2_00));
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      assertThat(ledger.within(connection).increase(kept)).isInstanceOf(Posted.class);
      connection.commit();
      assertThat(ledger.within(connection).increase(dropped)).isInstanceOf(Posted.class);
      connection.rollback();
    }

    assertThat(ledger.balance(world.alice).held()).isEqualTo(5_00);
    assertThat(ledger.findHold(hold.hold()).orElseThrow().amount()).isEqualTo(cny(5_00));
    assertThat(ledger.increase(kept)).isInstanceOf(Replayed.class);
  }

  @Test
  void expiresByLedgerTime() {
    world.clock.advance(Duration.ofMinutes(59));
    assertThat(ledger.expireHolds(10)).isZero();
    world.clock.advance(Duration.ofMinutes(1));

    assertThat(refusal(ledger.capture(capture(true, new Share(world.bob, cny(1))))))
        .contains(Refusal.HOLD_EXPIRED);
    assertThat(refusal(ledger.increase(new Increase(world.id(), hold.hold(), cny(1)))))
        .contains(Refusal.HOLD_EXPIRED);
    assertThat(ledger.expireHolds(10)).isEqualTo(1);
    assertThat(ledger.expireHolds(10)).isZero();
    assertThat(ledger.balance(world.alice).held()).isZero();
    assertThat(refusal(ledger.release(new Release(world.id(), hold.hold()))))
        .contains(Refusal.HOLD_EXPIRED);
    assertThat(ledger.findHold(hold.hold()).orElseThrow().ended()).contains(End.EXPIRED);
  }

  @Test
  void refusesASecondHoldOfTheSameId() {
    Hold again = new Hold(world.id(), hold.hold(), world.alice, cny(1), hold.expiresAt(), "pay_2");

    assertThat(refusal(ledger.hold(again))).contains(Refusal.HOLD_EXISTS);
    assertThat(refusal(ledger.release(new Release(world.id(), world.holdId()))))
        .contains(Refusal.HOLD_NOT_FOUND);
  }

  @Test
  void keepsAnAccountWithHeldMoneyOpen() {
    ledger.freeze(world.alice, Side.DEBIT);

    AccountOrder.Close close =
        new AccountOrder.Close(new ChangeId(world.ids.next()), world.alice, "case_1");
    assertThat(ledger.change(close))
        .isEqualTo(new AccountChange.Refused(close.id(), AccountRefusal.BALANCE_NOT_ZERO));
    assertThat(refusal(ledger.capture(capture(true, new Share(world.bob, cny(1))))))
        .contains(Refusal.FROZEN_FOR_DEBIT);
    assertThat(refusal(ledger.release(new Release(world.id(), hold.hold())))).isEmpty();
  }

  private Capture capture(boolean last, Share... shares) {
    return new Capture(
        world.id(),
        hold.hold(),
        List.of(shares),
        "payment",
        "pay_1",
        last,
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Refusal> refusal(PostResult result) {
    return result instanceof Refused(_, Refusal reason) ? Optional.of(reason) : Optional.empty();
  }
}
