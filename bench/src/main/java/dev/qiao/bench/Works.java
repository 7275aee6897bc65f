package dev.qiao.bench;

import dev.qiao.ids.TypeId;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AllowanceId;
import dev.qiao.ledger.AllowanceTerms;
import dev.qiao.ledger.Capture;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Hold;
import dev.qiao.ledger.HoldId;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Share;
import dev.qiao.ledger.Window;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The work of each scenario on a book. Begun by one thread at a time. */
final class Works implements AutoCloseable {
  static final double SKEW = 0.99;
  private static final Unit CNY = Unit.of("CNY");
  private static final Money ONE = Money.of(1, CNY);
  private static final Money TWO = Money.of(2, CNY);
  private static final int HOT = 0;
  private static final int ALLOWANCES = 1_000;
  private static final long SEED = 20261121;

  private final Book book;
  private final Ledger ledger;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final ExecutorService flows = Executors.newVirtualThreadPerTaskExecutor();

  Works(Book book) {
    this.book = book;
    this.ledger = book.ledger();
  }

  /**
   * Prepares what the scenario needs beside accounts.
   *
   * @param seconds for how long it will be worked on
   */
  Work of(Scenario scenario, int seconds) throws SQLException {
    return switch (scenario) {
      case UNIFORM, UNIFORM1M, HALF, STORED -> () -> post(uniform());
      case ALONE ->
          () -> CompletableFuture.completedFuture(Answers.ofMove(ledger.post(uniform().build())));
      case HOT -> () -> post(posting(other(HOT), HOT));
      case ZIPF -> zipf();
      case ALLOWANCES -> allowances();
      case HOLDS -> this::hold;
      case COMPANIONS -> companions(seconds);
    };
  }

  private Work zipf() {
    Zipf zipf = new Zipf(book.accounts(), SKEW, random);
    return () -> {
      int from = zipf.next(random);
      int to = zipf.next(random);
      return post(posting(from, to == from ? other(from) : to));
    };
  }

  private Work allowances() {
    AllowanceId[] allowances = new AllowanceId[ALLOWANCES];
    for (int i = 0; i < allowances.length; i++) {
      allowances[i] =
          ledger.openAllowance(
              new AllowanceTerms(
                  "bench:" + i, Money.of(1L << 50, CNY), Window.DAY, ZoneId.of("UTC"), false));
    }
    return () -> post(uniform().use(allowances[random.nextInt(allowances.length)], ONE));
  }

  private Work companions(int seconds) throws SQLException {
    PaymentRows rows = PaymentRows.prepare(book.owner(), seconds);
    return () -> {
      Posting posting = uniform().build();
      return ledger
          .postAsync(posting, rows.next(posting.id()).toArray(Companion[]::new))
          .thenApply(Answers::ofMove);
    };
  }

  /** A thread that waits for each of its three answers. */
  private CompletableFuture<Answers> hold() {
    int from = any();
    AccountId first = book.account(other(from));
    AccountId second = book.account(other(from));
    PostingId id = id();
    HoldId hold = new HoldId(book.ids().next());
    Hold held =
        new Hold(
            id,
            hold,
            book.account(from),
            TWO,
            Instant.now().plus(Duration.ofHours(1)),
            reference(id));
    return CompletableFuture.supplyAsync(
        () ->
            Answers.ofHold(ledger.hold(held))
                .plus(Answers.ofMove(ledger.capture(capture(hold, first, held.reference()))))
                .plus(Answers.ofMove(ledger.capture(capture(hold, second, held.reference())))),
        flows);
  }

  private Capture capture(HoldId hold, AccountId to, String reference) {
    return new Capture(
        id(),
        hold,
        List.of(new Share(to, ONE)),
        "payment",
        reference,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private CompletableFuture<Answers> post(Posting.Builder posting) {
    return ledger.postAsync(posting.build()).thenApply(Answers::ofMove);
  }

  private Posting.Builder uniform() {
    int from = any();
    return posting(from, other(from));
  }

  private Posting.Builder posting(int from, int to) {
    PostingId id = id();
    return Posting.of(id, "payment", reference(id)).leg(book.account(from), book.account(to), ONE);
  }

  private PostingId id() {
    return new PostingId(book.ids().next());
  }

  private static String reference(PostingId id) {
    UUID value = id.value();
    return new TypeId("pay", value).toString();
  }

  private int any() {
    return random.nextInt(book.accounts());
  }

  private int other(int than) {
    int drawn = random.nextInt(book.accounts() - 1);
    return drawn < than ? drawn : drawn + 1;
  }

  @Override
  public void close() {
    flows.close();
  }
}
