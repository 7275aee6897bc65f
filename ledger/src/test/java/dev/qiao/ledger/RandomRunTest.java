package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the ledger with a naive one. */
class RandomRunTest {
  private static final int COMMANDS = 1_500;
  private static final int THREADS = 16;
  private static final int COMMANDS_A_THREAD = 150;

  @ParameterizedTest
  @ValueSource(longs = {1, 20261121, 314159})
  void agreesWithANaiveLedger(long seed) {
    Random random = new Random(seed);
    try (TestLedger world = new TestLedger()) {
      RandomRun run = new RandomRun(seed, world, List.of(world.ledger));
      int posted = 0;
      for (int i = 0; i < COMMANDS; i++) {
        world.clock.advance(Duration.ofMillis(random.nextInt(20_000)));
        posted += run.step("seed " + seed + ", command " + i) ? 1 : 0;
      }
      assertThat(posted).isBetween(COMMANDS / 4, COMMANDS * 9 / 10);
      assertCleanBooks(world);
    }
  }

  /** Their commands share batches, and the bank; each thread's wallets are its own. */
  @Test
  void agreesWithManyAtOnceAndTwoWriters() throws Exception {
    try (TestLedger world = new TestLedger();
        var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Ledger> ledgers = List.of(world.ledger, new Ledger(world.app, world.clock));
      List<Callable<Integer>> calls = new ArrayList<>();
      for (long seed = 1; seed <= THREADS; seed++) {
        RandomRun run = new RandomRun(seed, world, ledgers);
        String where = "seed " + seed + ", command ";
        calls.add(
            () -> {
              int posted = 0;
              for (int i = 0; i < COMMANDS_A_THREAD; i++) {
                posted += run.step(where + i) ? 1 : 0;
              }
              return posted;
            });
      }
      int posted = 0;
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        posted += answer.get();
      }
      assertThat(posted).isGreaterThan(THREADS * COMMANDS_A_THREAD / 4);
      assertCleanBooks(world);
    }
  }

  private static void assertCleanBooks(TestLedger world) {
    assertThat(world.ledger.audit().differences()).isEmpty();
    assertThat(world.ledger.trialBalance().stream().mapToLong(TrialRow::posted).sum()).isZero();
  }
}
