package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Replayed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int THREADS = 8;

  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void losesNothingInOppositeTransfers() throws Exception {
    world.fund(world.alice, 1_000_00);
    world.fund(world.bob, 1_000_00);

    List<List<PostResult>> results =
        together(
            thread -> {
              List<PostResult> mine = new ArrayList<>();
              for (int i = 0; i < 50; i++) {
                boolean forth = (thread + i) % 2 == 0;
                mine.add(
                    ledger.post(
                        Posting.of(world.id(), "transfer", "x")
                            .leg(
                                forth ? world.alice : world.bob,
                                forth ? world.bob : world.alice,
                                cny(7))
                            .leg(forth ? world.bob : world.alice, world.bank, cny(1))
                            .build()));
              }
              return mine;
            });

    assertThat(results.stream().flatMap(List::stream))
        .hasSize(THREADS * 50)
        .allMatch(Posted.class::isInstance);
    assertThat(ledger.balance(world.bank).posted()).isEqualTo(-2_000_00 + THREADS * 50);
    assertThat(ledger.balance(world.alice).sequence() + ledger.balance(world.bob).sequence())
        .isEqualTo(2 + THREADS * 50 * 3);
    assertThat(ledger.trialBalance().stream().mapToLong(TrialRow::posted).sum()).isZero();
  }

  @Test
  void appliesADoubleSubmitOnce() throws Exception {
    world.fund(world.alice, 10_00);
    for (int round = 0; round < 10; round++) {
      Posting posting = world.transfer(world.alice, world.bob, 1_00);

      List<PostResult> results = together(_ -> ledger.post(posting));

      Map<Class<?>, Long> counts =
          results.stream()
              .collect(Collectors.groupingBy(PostResult::getClass, Collectors.counting()));
      assertThat(counts).isEqualTo(Map.of(Posted.class, 1L, Replayed.class, THREADS - 1L));
      assertThat(results).extracting(PostResult::first).containsOnly(results.getFirst().first());
    }
    assertThat(ledger.balance(world.alice).posted()).isZero();
  }

  @Test
  void neverSpendsTheSameMoneyTwice() throws Exception {
    world.fund(world.alice, 5_00);

    List<PostResult> results =
        together(_ -> ledger.post(world.transfer(world.alice, world.bob, 1_00)));

    assertThat(results).filteredOn(Posted.class::isInstance).hasSize(5);
    assertThat(ledger.balance(world.alice).posted()).isZero();
  }

  @Test
  void neverReversesOrCapturesMoreThanThereWas() throws Exception {
    world.fund(world.bob, 100_00);
    Posting paid = world.transfer(world.bank, world.bob, 3_00);
    ledger.post(paid);
    Hold hold = world.holdOf(world.bob, 3_00);
    ledger.hold(hold);

    List<PostResult> reversed =
        together(
            _ -> ledger.reverse(new Reversal(world.id(), paid.id(), Optional.of(cny(1_00)), "r")));
    List<PostResult> captured =
        together(
            _ ->
                ledger.capture(
                    new Capture(
                        world.id(),
                        hold.hold(),
                        List.of(new Share(world.alice, cny(1_00))),
                        "payment",
                        "pay_1",
                        false,
                        Optional.empty(),
                        Optional.empty())));

    assertThat(reversed).filteredOn(Posted.class::isInstance).hasSize(3);
    assertThat(captured).filteredOn(Posted.class::isInstance).hasSize(3);
  }

  @Test
  void opensAnAccountOnceForAll() throws Exception {
    AccountTerms terms = AccountTerms.wallet("person:carol:CNY", TestLedger.CNY);

    assertThat(together(_ -> ledger.open(terms)).stream().distinct()).hasSize(1);
  }

  /** Runs the work in all threads at the same moment. */
  private static <T> List<T> together(Function<Integer, T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<T>> calls =
          IntStream.range(0, THREADS)
              .<Callable<T>>mapToObj(
                  thread ->
                      () -> {
                        start.await();
                        return work.apply(thread);
                      })
              .toList();
      return threads.invokeAll(calls).stream().map(ConcurrencyTest::resultOf).toList();
    }
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
