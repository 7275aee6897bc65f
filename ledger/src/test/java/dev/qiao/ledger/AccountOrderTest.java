package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountChange.Changed;
import dev.qiao.ledger.AccountChange.IdReused;
import dev.qiao.ledger.AccountChange.Replayed;
import dev.qiao.ledger.AccountOrder.Close;
import dev.qiao.ledger.AccountOrder.Freeze;
import dev.qiao.ledger.AccountOrder.Limit;
import dev.qiao.ledger.AccountOrder.Unfreeze;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.money.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountOrderTest {
  private static final OptionalLong NONE = OptionalLong.empty();

  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;
  private final AccountId missing = new AccountId(999);

  @BeforeEach
  void funds() {
    world.fund(world.alice, 10_00);
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  /** One row for each refusal, in the declared order. */
  @Test
  void refusesForEachReasonInTheDeclaredOrder() {
    AccountId closed = ledger.open(AccountTerms.wallet("closed", CNY));
    ledger.close(closed);
    AccountId inDebt =
        ledger.open(new AccountTerms("debt", CNY, "card", OptionalLong.of(-500), NONE));
    world.fund(inDebt, 1_00);
    ledger.hold(world.holdOf(inDebt, 1_00));
    ledger.post(world.transfer(inDebt, world.bob, 1_00)); // At zero, and 1.00 is set aside.
    ChangeId random = new ChangeId(UUID.randomUUID());
    ChangeId ahead =
        new ChangeId(
            new Ids(InstantSource.fixed(world.clock.instant().plus(Duration.ofHours(25)))).next());

    List<AccountOrder> orders =
        List.of(
            new Close(random, world.bob, "x"),
            new Close(ahead, world.bob, "x"),
            limit(world.alice, OptionalLong.of(1), NONE),
            limit(world.alice, NONE, OptionalLong.of(-1)),
            new Freeze(id(), missing, Side.DEBIT, "x"),
            new Unfreeze(id(), closed, Side.DEBIT, "x"),
            new Close(id(), world.alice, "x"),
            new Close(id(), inDebt, "x"),
            limit(inDebt, OptionalLong.of(-99), NONE),
            limit(world.alice, NONE, OptionalLong.of(9_99)));
    List<AccountRefusal> reasons =
        orders.stream()
            .map(order -> ((AccountChange.Refused) ledger.change(order)).reason())
            .toList();

    assertThat(reasons).containsExactly(AccountRefusal.values());
    for (AccountOrder order : orders.subList(2, orders.size())) {
      assertThat(ledger.change(order)).isInstanceOf(Replayed.class);
    }
    assertThat(ledger.change(orders.getFirst())).isInstanceOf(AccountChange.Refused.class);
    assertThat(ledger.account(world.alice).orElseThrow().terms())
        .isEqualTo(AccountTerms.wallet("person:alice:CNY", CNY));
  }

  /** Each order has all faults that it can have at once, and loses the first one in each round. */
  @Test
  void givesTheFirstReasonInTheDeclaredOrder() {
    UUID good = world.ids.next();
    UUID bad = UUID.randomUUID();
    Account gone = account(5, 3, true);
    long at = Micros.of(world.clock.instant());
    OptionalLong high = OptionalLong.of(1);
    OptionalLong low = OptionalLong.of(-1);
    List<AccountRefusal> limits =
        List.of(
            first(Optional.of(gone), limit(bad, high, low), at),
            first(Optional.of(gone), limit(good, high, low), at - 25 * 3600 * Micros.PER_SECOND),
            first(Optional.empty(), limit(good, high, low), at),
            first(Optional.empty(), limit(good, NONE, low), at),
            first(Optional.empty(), limit(good, NONE, NONE), at),
            first(Optional.of(account(5, 9, true)), limit(good, zero(), zero()), at),
            first(Optional.of(account(5, 9, false)), limit(good, zero(), zero()), at),
            first(Optional.of(account(5, 3, false)), limit(good, zero(), zero()), at));

    assertThat(limits)
        .containsExactly(
            AccountRefusal.ID_NOT_TIME_ORDERED,
            AccountRefusal.ID_TOO_FAR_AHEAD,
            AccountRefusal.FLOOR_OUT_OF_RANGE,
            AccountRefusal.CEILING_OUT_OF_RANGE,
            AccountRefusal.ACCOUNT_NOT_FOUND,
            AccountRefusal.ACCOUNT_CLOSED,
            AccountRefusal.FLOOR_ABOVE_AVAILABLE,
            AccountRefusal.CEILING_BELOW_POSTED);
    AccountOrder close = new Close(new ChangeId(good), world.alice, "x");
    assertThat(first(Optional.of(account(5, 3, false)), close, at))
        .isEqualTo(AccountRefusal.BALANCE_NOT_ZERO);
    assertThat(first(Optional.of(account(0, 3, false)), close, at))
        .isEqualTo(AccountRefusal.HELD_NOT_ZERO);
  }

  @Test
  void answersTheSameIdWithTheFirstResult() {
    Freeze freeze = new Freeze(id(), world.alice, Side.DEBIT, "case_7");
    AccountChange first = ledger.change(freeze);
    assertThat(((Changed) first).account().frozen()).containsExactly(Side.DEBIT);
    world.fund(world.alice, 5_00);
    ledger.unfreeze(world.alice, Side.DEBIT);

    assertThat(ledger.change(freeze)).isEqualTo(new Replayed(first));
    assertThat(ledger.account(world.alice).orElseThrow().frozen()).isEmpty();
    for (AccountOrder other :
        List.of(
            new Freeze(freeze.id(), world.alice, Side.CREDIT, "case_7"),
            new Freeze(freeze.id(), world.alice, Side.DEBIT, "case_8"),
            new Freeze(freeze.id(), world.bob, Side.DEBIT, "case_7"),
            new Unfreeze(freeze.id(), world.alice, Side.DEBIT, "case_7"),
            new Close(freeze.id(), world.alice, "case_7"))) {
      assertThat(ledger.change(other)).isEqualTo(new IdReused(freeze.id()));
    }
  }

  @Test
  void keepsARefusalForItsId() {
    Close close = new Close(id(), world.alice, "case_7");
    AccountChange refused = ledger.change(close);
    ledger.post(world.transfer(world.alice, world.bob, 10_00));

    assertThat(ledger.change(close)).isEqualTo(new Replayed(refused));
    assertThat(ledger.change(new Close(id(), world.alice, "case_7"))).isInstanceOf(Changed.class);
  }

  @Test
  void doesWhatIsDoneAlreadyWithoutAChange() throws SQLException {
    ledger.close(world.bob);
    long version = version(world.bob);

    assertThat(((Changed) ledger.close(world.bob)).account().closed()).isTrue();
    assertThat(version(world.bob)).isEqualTo(version);
  }

  @Test
  void frozenAccountsTakeTheOtherSideOnly() {
    ledger.freeze(world.alice, Side.DEBIT);
    assertThat(refusal(world.alice, world.bob)).isEqualTo(Refusal.FROZEN_FOR_DEBIT);
    assertThat(world.fund(world.alice, 1)).isInstanceOf(Posted.class);

    ledger.freeze(world.alice, Side.CREDIT);
    assertThat(refusal(world.bank, world.alice)).isEqualTo(Refusal.FROZEN_FOR_CREDIT);
    assertThat(ledger.account(world.alice).orElseThrow().frozen())
        .isEqualTo(Set.of(Side.DEBIT, Side.CREDIT));
    ledger.unfreeze(world.alice, Side.DEBIT);
    assertThat(ledger.post(world.transfer(world.alice, world.bob, 1))).isInstanceOf(Posted.class);
  }

  @Test
  void limitsApplyFromTheNextPostingOn() {
    assertThat(ledger.change(limit(world.alice, OptionalLong.of(-3_00), OptionalLong.of(20_00))))
        .isInstanceOf(Changed.class);

    assertThat(ledger.post(world.transfer(world.alice, world.bob, 13_00)))
        .isInstanceOf(Posted.class);
    assertThat(refusal(world.alice, world.bob)).isEqualTo(Refusal.INSUFFICIENT_FUNDS);
    assertThat(world.fund(world.alice, 23_00)).isInstanceOf(Posted.class);
    assertThat(refusal(world.bank, world.alice)).isEqualTo(Refusal.CEILING_EXCEEDED);
    assertThat(ledger.change(limit(world.alice, NONE, NONE))).isInstanceOf(Changed.class);
    assertThat(world.fund(world.alice, 1)).isInstanceOf(Posted.class);
  }

  /** Another writer's remembered state is late, not right. */
  @Test
  void otherWritersMeetTheNewStateToo() {
    Ledger other = new Ledger(world.app, world.clock);
    assertThat(other.post(world.transfer(world.alice, world.bob, 1))).isInstanceOf(Posted.class);

    ledger.freeze(world.alice, Side.DEBIT);
    Posting late = world.transfer(world.alice, world.bob, 1);
    assertThat(other.post(late)).isEqualTo(new Refused(late.id(), Refusal.FROZEN_FOR_DEBIT));
    ledger.unfreeze(world.alice, Side.DEBIT);
    ledger.change(limit(world.alice, OptionalLong.of(-5_00), NONE));
    assertThat(other.post(world.transfer(world.alice, world.bob, 14_98)))
        .isInstanceOf(Posted.class);
  }

  @Test
  void changesOnceHoweverManyAskAtTheSameTime() {
    Freeze freeze = new Freeze(id(), world.alice, Side.DEBIT, "case_7");
    List<CompletableFuture<AccountChange>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> ledger.change(freeze)));
    }

    assertThat(answers.stream().map(CompletableFuture::join).filter(Changed.class::isInstance))
        .hasSize(1);
    assertThat(ledger.changesOf(world.alice)).hasSize(1);
  }

  @Test
  void givesTheSameIdForTwoAccountsOneAnswer() {
    ChangeId id = id();
    List<CompletableFuture<AccountChange>> answers =
        List.of(world.alice, world.bob, missing).stream()
            .map(account -> new Freeze(id, account, Side.CREDIT, "case_7"))
            .map(order -> CompletableFuture.supplyAsync(() -> ledger.change(order)))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join).filter(IdReused.class::isInstance))
        .hasSize(2);
  }

  @Test
  void opensOnceAndKnowsAnAccountByItsFirstTermsToo() {
    AccountTerms first = AccountTerms.wallet("person:alice:CNY", CNY);
    ledger.change(limit(world.alice, OptionalLong.of(-1), NONE));
    ledger.change(limit(world.alice, OptionalLong.of(-2), OptionalLong.of(99_00)));

    assertThat(ledger.open(first)).isEqualTo(world.alice);
    assertThat(ledger.open(ledger.account(world.alice).orElseThrow().terms()))
        .isEqualTo(world.alice);
    assertThatThrownBy(
            () -> ledger.open(new AccountTerms(first.reference(), CNY, "wallet", NONE, NONE)))
        .isInstanceOf(AccountTermsDiffer.class);
    assertThatThrownBy(() -> ledger.open(AccountTerms.wallet(first.reference(), Unit.of("JPY"))))
        .isInstanceOf(AccountTermsDiffer.class);
    ledger.close(world.bob);
    assertThat(ledger.open(AccountTerms.wallet("person:bob:CNY", CNY))).isEqualTo(world.bob);
    assertThat(ledger.account(world.bob).orElseThrow().closed()).isTrue();
  }

  @Test
  void keepsEveryChangeWithWhatItWasFor() {
    Freeze freeze = new Freeze(id(), world.alice, Side.DEBIT, "case_7");
    Close close = new Close(id(), world.alice, "case_8");
    ledger.change(freeze);
    ledger.change(close);

    assertThat(ledger.changesOf(world.alice))
        .containsExactly(
            new AccountChangeRecord(
                freeze.id(),
                world.clock.instant(),
                "freeze",
                Optional.of(Side.DEBIT),
                OptionalLong.of(0),
                NONE,
                "case_7",
                Optional.empty()),
            new AccountChangeRecord(
                close.id(),
                world.clock.instant(),
                "close",
                Optional.empty(),
                NONE,
                NONE,
                "case_8",
                Optional.of(AccountRefusal.BALANCE_NOT_ZERO)));
  }

  @Test
  void changesTogetherWithTheCallersRows() throws SQLException {
    Freeze freeze = new Freeze(id(), world.alice, Side.DEBIT, "case_7");
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      assertThat(ledger.within(connection).change(freeze)).isInstanceOf(Changed.class);
      connection.rollback();
      assertThat(ledger.account(world.alice).orElseThrow().frozen()).isEmpty();
      assertThat(ledger.within(connection).change(freeze)).isInstanceOf(Changed.class);
      connection.commit();
    }
    assertThat(ledger.account(world.alice).orElseThrow().frozen()).containsExactly(Side.DEBIT);
  }

  @Test
  void neverLetsLedgerTimeRunBackwards() {
    var before = world.clock.instant();
    world.clock.advance(Duration.ofHours(-2));

    assertThat(((Changed) ledger.freeze(world.alice, Side.DEBIT)).at()).isEqualTo(before);
  }

  private static AccountRefusal first(Optional<Account> account, AccountOrder order, long at) {
    return AccountRules.refusal(account, order, at).orElseThrow();
  }

  private Account account(long posted, long held, boolean closed) {
    return new Account(
        world.alice,
        AccountTerms.wallet("x", CNY),
        Set.of(),
        closed,
        new Balance(world.alice, CNY, posted, held, 1));
  }

  private long version(AccountId id) throws SQLException {
    return world.count("select version from ledger.account where id = " + id.number());
  }

  private Limit limit(UUID id, OptionalLong floor, OptionalLong ceiling) {
    return new Limit(new ChangeId(id), world.alice, floor, ceiling, "x");
  }

  private Limit limit(AccountId account, OptionalLong floor, OptionalLong ceiling) {
    return new Limit(id(), account, floor, ceiling, "x");
  }

  private static OptionalLong zero() {
    return OptionalLong.of(0);
  }

  private Refusal refusal(AccountId from, AccountId to) {
    return ((Refused) ledger.post(Posting.of(world.id(), "t", "t").leg(from, to, cny(1)).build()))
        .reason();
  }

  private ChangeId id() {
    return new ChangeId(world.ids.next());
  }
}
