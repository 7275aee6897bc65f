package dev.qiao.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program that posts as fast as it can, says each step on its output, and at some point says
 * {@code here} and stands still, to be killed.
 */
final class KilledLedger {
  private KilledLedger() {}

  /** Arguments: url, user, password, point, how many times it is passed, seed, accounts. */
  public static void main(String... arguments) throws InterruptedException {
    HikariDataSource app = TestLedger.pool(arguments[0], arguments[1], arguments[2], 4);
    Store store =
        new StoppingStore(
            new SqlStore(new Transactions(app)),
            KillPoint.valueOf(arguments[3]),
            Integer.parseInt(arguments[4]),
            KilledLedger::standStill);
    Writer writer = new Writer(store, InstantSource.system(), new Threads(), 1_000);
    List<AccountId> accounts =
        Arrays.stream(arguments[6].split(",")).map(Long::valueOf).map(AccountId::new).toList();
    Callers callers =
        new Callers(
            (command, companions) -> writer.submit(command, companions).join(),
            accounts,
            new Spoken());
    for (Thread caller : callers.start(Long.parseLong(arguments[5]))) {
      caller.join();
    }
  }

  private static void standStill() {
    System.out.println("here");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  private static final class Spoken implements Callers.Log {
    @Override
    public void asked(Callers.Asked asked) {
      System.out.println("asked " + asked);
    }

    @Override
    public void answered(PostingId id, String answer) {
      System.out.println("answered " + id.value() + " " + answer);
    }
  }
}
