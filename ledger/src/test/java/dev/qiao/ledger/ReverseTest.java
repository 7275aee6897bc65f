package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReverseTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @BeforeEach
  void funds() {
    world.fund(world.alice, 10_00);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void movesBackInPartsUpToWhatRemains() {
    Posting paid =
        Posting.of(world.id(), "payment", "pay_1")
            .leg(world.alice, world.bob, cny(4_00))
            .channel(new UUID(1, 2))
            .scene("qr_static")
            .build();
    ledger.post(paid);
    Reversal first = reversal(paid.id(), cny(1_00));

    assertThat(((Posted) ledger.reverse(first)).after())
        .containsExactly(
            new Balance(world.bob, CNY, 3_00, 0, 2), new Balance(world.alice, CNY, 7_00, 0, 3));
    assertThat(ledger.reverse(first)).isInstanceOf(PostResult.Replayed.class);
    assertThat(refusal(reversal(paid.id(), cny(3_01)))).contains(Refusal.EXCEEDS_REMAINING);
    assertThat(refusal(reversal(paid.id(), Money.of(1, Unit.of("USD")))))
        .contains(Refusal.UNIT_MISMATCH);
    assertThat(refusal(whole(paid.id()))).isEmpty();
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(10_00);
    assertThat(refusal(whole(paid.id()))).contains(Refusal.ALREADY_REVERSED);
    assertThat(refusal(whole(first.id()))).contains(Refusal.NOT_REVERSIBLE);
    assertThat(ledger.posting(first.id()).orElseThrow())
        .returns(Optional.of(new UUID(1, 2)), PostingRecord::channel)
        .returns(Optional.of("qr_static"), PostingRecord::scene)
        .returns(Optional.of(paid.id()), PostingRecord::of);
  }

  @Test
  void movesBackSeveralLegsWholeAndOnce() {
    Posting split =
        Posting.of(world.id(), "payment", "pay_1")
            .leg(world.alice, world.bob, cny(4_00))
            .leg(world.bob, world.bank, cny(10))
            .build();
    ledger.post(split);

    assertThat(refusal(reversal(split.id(), cny(1)))).contains(Refusal.WHOLE_ONLY);
    assertThat(refusal(whole(split.id()))).isEmpty();
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(10_00);
    assertThat(ledger.balance(world.bob).posted()).isZero();
    assertThat(refusal(whole(split.id()))).contains(Refusal.ALREADY_REVERSED);
  }

  @Test
  void movesBackACapture() {
    Hold hold = world.holdOf(world.alice, 4_00);
    ledger.hold(hold);
    Capture capture =
        new Capture(
            world.id(),
            hold.hold(),
            List.of(new Share(world.bob, cny(4_00))),
            "payment",
            "pay_1",
            true,
            Optional.empty(),
            Optional.empty());
    ledger.capture(capture);

    assertThat(refusal(reversal(capture.id(), cny(1_50)))).isEmpty();
    assertThat(ledger.balance(world.alice)).isEqualTo(new Balance(world.alice, CNY, 7_50, 0, 4));
    assertThat(refusal(whole(hold.id()))).contains(Refusal.NOT_REVERSIBLE);
  }

  @Test
  void needsTheMoneyThere() {
    Posting paid = world.transfer(world.alice, world.bob, 4_00);
    ledger.post(paid);
    ledger.post(world.transfer(world.bob, world.bank, 1));

    assertThat(refusal(whole(paid.id()))).contains(Refusal.INSUFFICIENT_FUNDS);
  }

  @Test
  void findsOnlyWhatWasPosted() {
    Posting refused = world.transfer(world.bob, world.alice, 1);
    ledger.post(refused);

    assertThat(refusal(whole(world.id()))).contains(Refusal.POSTING_NOT_FOUND);
    assertThat(refusal(whole(refused.id()))).contains(Refusal.POSTING_NOT_FOUND);
  }

  private Reversal whole(PostingId of) {
    return new Reversal(world.id(), of, Optional.empty(), "rfd_1");
  }

  private Reversal reversal(PostingId of, Money amount) {
    return new Reversal(world.id(), of, Optional.of(amount), "rfd_1");
  }

  private Optional<Refusal> refusal(Reversal reversal) {
    return ledger.reverse(reversal) instanceof Refused(_, Refusal reason)
        ? Optional.of(reason)
        : Optional.empty();
  }
}
