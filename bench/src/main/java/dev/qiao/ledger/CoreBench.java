package dev.qiao.ledger;

import com.sun.management.ThreadMXBean;
import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.SplittableRandom;

/**
 * How many one-leg postings a second the core decides in one thread, without a database. A plain
 * loop: the commands are made beforehand, the answers are added up so that none is left out.
 */
final class CoreBench {
  private static final int ACCOUNTS = 100_000;
  private static final int COMMANDS = 500_000;
  private static final int ROUNDS = 10;
  private static final Unit CNY = Unit.of("CNY");

  private CoreBench() {}

  public static void main(String... arguments) {
    World world = new World();
    for (int i = 1; i <= ACCOUNTS; i++) {
      world.add(
          new AccountState(i, CNY, 0, AccountState.NO_CEILING, false, false, false)
              .at(1_000_000, 0, 0, 0, 0));
    }
    Core core = new Core(world);
    Posting[] postings = postings();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long clock = Micros.of(InstantSource.system().instant());
    for (int round = 1; round <= ROUNDS; round++) {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long begin = System.nanoTime();
      long accepted = 0;
      for (Posting posting : postings) {
        accepted += core.decide(posting, false, clock) instanceof Decision.Accepted ? 1 : 0;
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          "core: %.2f million commands/s, %d bytes a command, %.1f %% accepted%n",
          COMMANDS / seconds / 1e6,
          (threads.getCurrentThreadAllocatedBytes() - allocated) / COMMANDS,
          100.0 * accepted / COMMANDS);
    }
  }

  private static Posting[] postings() {
    SplittableRandom random = new SplittableRandom(1);
    Ids ids = new Ids(InstantSource.system(), random);
    Posting[] postings = new Posting[COMMANDS];
    for (int i = 0; i < COMMANDS; i++) {
      long from = random.nextInt(1, ACCOUNTS + 1);
      long to = from % ACCOUNTS + 1;
      postings[i] =
          Posting.of(new PostingId(ids.next()), "payment", "pay_1")
              .leg(new AccountId(from), new AccountId(to), Money.of(random.nextInt(1, 100), CNY))
              .build();
    }
    return postings;
  }
}
