package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.PostResult.IdReused;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.money.Unit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void movesMoneyAndSaysTheBalancesAfter() {
    world.fund(world.alice, 10_00);
    Posting posting = world.transfer(world.alice, world.bob, 2_50);

    assertThat(ledger.post(posting))
        .isEqualTo(
            new Posted(
                posting.id(),
                world.clock.instant(),
                List.of(
                    new Balance(world.alice, CNY, 7_50, 0, 2),
                    new Balance(world.bob, CNY, 2_50, 0, 1))));
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(7_50);
    assertThat(ledger.balance(world.bank).posted()).isEqualTo(-10_00);
  }

  @Test
  void answersAReplayWithTheFirstResult() {
    Posting posting = world.transfer(world.bank, world.alice, 10_00);
    PostResult first = ledger.post(posting);
    ledger.post(world.transfer(world.alice, world.bob, 1_00));
    world.clock.advance(Duration.ofDays(3));

    assertThat(ledger.post(posting)).isEqualTo(new Replayed(first));
    assertThat(ledger.outcome(posting.id())).contains(first);
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(9_00);
  }

  @Test
  void rebuildsTheBalanceOfAnAccountThatOccursTwice() {
    world.fund(world.alice, 10_00);
    Posting posting =
        Posting.of(world.id(), "round", "x")
            .leg(world.alice, world.bob, cny(5))
            .leg(world.bob, world.bank, cny(2))
            .leg(world.alice, world.bob, cny(1))
            .build();

    PostResult first = ledger.post(posting);

    assertThat(((Posted) first).after())
        .containsExactly(
            new Balance(world.alice, CNY, 9_94, 0, 3),
            new Balance(world.bob, CNY, 4, 0, 3),
            new Balance(world.bank, CNY, -9_98, 0, 2));
    assertThat(ledger.post(posting)).isEqualTo(new Replayed(first));
  }

  @Test
  void refusesAnIdThatHasOtherContent() {
    Posting posting = world.transfer(world.bank, world.alice, 10_00);
    ledger.post(posting);
    Posting other =
        Posting.of(posting.id(), "transfer", "trf_1")
            .leg(world.bank, world.alice, cny(10_01))
            .build();

    assertThat(ledger.post(other)).isEqualTo(new IdReused(posting.id()));
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(10_00);
  }

  @Test
  void keepsARefusalForItsId() {
    Posting posting = world.transfer(world.alice, world.bob, 1);
    PostResult refused = ledger.post(posting);
    world.fund(world.alice, 10_00);

    assertThat(refused).isEqualTo(new Refused(posting.id(), Refusal.INSUFFICIENT_FUNDS));
    assertThat(ledger.post(posting)).isEqualTo(new Replayed(refused));
    assertThat(ledger.outcome(posting.id())).contains(refused);
    assertThat(ledger.balance(world.bob).posted()).isZero();
  }

  @Test
  void doesNotKeepARefusalOfAnIdFromTheFuture() {
    world.clock.advance(Duration.ofHours(25));
    Posting posting = world.transfer(world.bank, world.alice, 1);
    world.clock.advance(Duration.ofHours(-25));

    assertThat(ledger.post(posting)).isEqualTo(new Refused(posting.id(), Refusal.ID_TOO_FAR_AHEAD));
    world.clock.advance(Duration.ofHours(2));
    assertThat(ledger.post(posting)).isInstanceOf(Posted.class);
  }

  @Test
  void refusesAnIdThatDoesNotCarryItsTime() {
    PostingId id = new PostingId(UUID.randomUUID());
    Posting posting = Posting.of(id, "transfer", "x").leg(world.bank, world.alice, cny(1)).build();

    assertThat(ledger.post(posting)).isEqualTo(new Refused(id, Refusal.ID_NOT_TIME_ORDERED));
    assertThat(ledger.outcome(id)).isEmpty();
  }

  @Test
  void appliesAllLegsOrNone() {
    world.fund(world.alice, 10_00);
    Posting posting =
        Posting.of(world.id(), "split", "x")
            .leg(world.alice, world.bob, cny(6_00))
            .leg(world.alice, world.bank, cny(6_00))
            .build();

    assertThat(ledger.post(posting))
        .isEqualTo(new Refused(posting.id(), Refusal.INSUFFICIENT_FUNDS));
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(10_00);
    assertThat(ledger.balance(world.bob).posted()).isZero();
  }

  @Test
  void neverLetsLedgerTimeRunBackwards() {
    world.fund(world.alice, 10_00);
    var before = world.clock.instant();
    world.clock.advance(Duration.ofHours(-2));

    PostResult result = ledger.post(world.transfer(world.alice, world.bob, 1));

    assertThat(((Posted) result).at()).isEqualTo(before);
  }

  @Test
  void opensAnAccountOnce() {
    assertThat(ledger.open(AccountTerms.wallet("person:alice:CNY", CNY))).isEqualTo(world.alice);
    assertThat(ledger.find("person:alice:CNY")).contains(world.alice);
    assertThat(ledger.find("person:nobody:CNY")).isEmpty();
    assertThatThrownBy(() -> ledger.open(AccountTerms.wallet("person:alice:CNY", Unit.of("JPY"))))
        .isInstanceOfSatisfying(
            AccountTermsDiffer.class,
            differ -> assertThat(differ.existing()).isEqualTo(world.alice));
  }

  @Test
  void freezesAndClosesAccounts() {
    world.fund(world.alice, 10_00);
    ledger.freeze(world.alice, Side.DEBIT);
    assertThat(refusal(world.alice, world.bob)).isEqualTo(Refusal.FROZEN_FOR_DEBIT);
    assertThat(world.fund(world.alice, 1)).isInstanceOf(Posted.class);

    ledger.unfreeze(world.alice, Side.DEBIT);
    ledger.freeze(world.bob, Side.CREDIT);
    assertThat(refusal(world.alice, world.bob)).isEqualTo(Refusal.FROZEN_FOR_CREDIT);

    ledger.close(world.bob);
    assertThat(refusal(world.alice, world.bob)).isEqualTo(Refusal.ACCOUNT_CLOSED);
  }

  private Refusal refusal(AccountId from, AccountId to) {
    return ((Refused) ledger.post(world.transfer(from, to, 1))).reason();
  }
}
