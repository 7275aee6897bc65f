package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Somebody who asks, waits for the answers, and asks again with the same id when there is none. */
final class Caller implements Runnable {
  private static final int TRIES_MAX = 40;

  private final Simulation simulation;
  private final Loom loom;
  private final SplittableRandom random;
  private final int burstMax;
  private final Clerk clerk;

  Caller(Simulation simulation, Loom loom, SplittableRandom random, int burstMax) {
    this.simulation = simulation;
    this.loom = loom;
    this.random = random;
    this.burstMax = burstMax;
    this.clerk = new Clerk(simulation, loom, random.split());
  }

  @Override
  public void run() {
    List<Asked> burst = simulation.take(random.nextInt(1, burstMax + 1));
    while (!burst.isEmpty()) {
      List<Ordered> orders = simulation.takeOrders(burst.size());
      List<SentOrder> sent = clerk.send(orders);
      settle(burst, simulation.faults().isOn());
      clerk.settle(orders, sent);
      loom.step();
      burst = simulation.take(random.nextInt(1, burstMax + 1));
    }
  }

  /**
   * Asks until every one has its answer.
   *
   * @param mayGiveUp whether to leave some without one
   */
  void settle(List<Asked> all, boolean mayGiveUp) {
    List<Asked> open = all;
    for (int tries = 1; !open.isEmpty(); tries++) {
      if (tries > TRIES_MAX && !simulation.faults().isOn()) {
        loom.fail(new Violation(open.size() + " commands get no answer, the first: " + open));
      }
      List<Sent> sent = send(open);
      loom.await(this, () -> sent.stream().allMatch(Sent::isSettled));
      List<Asked> unknown = new ArrayList<>();
      for (Sent one : sent) {
        // An expiry is the ledger's own, and never asked for again.
        if (!hears(one) && !(one.asked().command() instanceof Expiry)) {
          unknown.add(one.asked());
        }
      }
      if (mayGiveUp && !unknown.isEmpty() && random.nextInt(8) == 0) {
        unknown.forEach(simulation::leave);
        return;
      }
      List<Asked> refused = new ArrayList<>(open);
      refused.removeAll(sent.stream().map(Sent::asked).toList());
      refused.addAll(unknown);
      if (!refused.isEmpty()) {
        loom.sleep(random.nextLong(1, 50_000));
      }
      open = refused;
    }
  }

  /** Those that were taken. */
  private List<Sent> send(List<Asked> all) {
    List<Sent> sent = new ArrayList<>();
    for (Asked asked : all) {
      Optional<Server> server = simulation.anyServer();
      if (server.isPresent()) {
        try {
          sent.add(send(asked, server.get()));
          if (random.nextInt(60) == 0 && !(asked.command() instanceof Expiry)) {
            sent.add(send(asked, simulation.anyServer().orElseThrow())); // Pressed twice.
          }
        } catch (LedgerOverloaded overloaded) {
          simulation.tally().count("overloaded");
        }
      }
      if (random.nextInt(4) == 0) {
        loom.step();
      }
    }
    return sent;
  }

  private Sent send(Asked asked, Server server) {
    if (asked.command() instanceof Posting posting && random.nextInt(4) == 0) {
      server.preview(
          posting,
          (result, asOf, since, clock) ->
              simulation.judge().previewed(asked, result, asOf, since, clock),
          () -> simulation.tally().count("preview.unavailable"));
    }
    simulation.judge().asked(asked);
    int looks = server.looks();
    long commits = server.store.commits();
    CompletableFuture<PostResult> answer =
        random.nextInt(40) == 0
            ? server.join(asked)
            : server.writer.submit(asked.command(), asked.companions());
    answer.whenComplete((_, _) -> loom.wake(this));
    return new Sent(asked, server, looks, commits, answer);
  }

  /** Whether it was a word that counts. */
  private boolean hears(Sent sent) {
    if (sent.server().isDown() && !isAnswered(sent)) {
      simulation.tally().count("crashed");
      return false;
    }
    try {
      PostResult result = sent.answer().join();
      simulation.judge().told(sent, result);
      simulation.tally().answered(result.first() instanceof PostResult.Posted);
      return true;
    } catch (CompletionException failed) {
      return hears(sent, failed.getCause());
    }
  }

  private static boolean isAnswered(Sent sent) {
    return sent.answer().isDone() && !sent.answer().isCompletedExceptionally();
  }

  private boolean hears(Sent sent, Throwable failure) {
    switch (failure) {
      case CompanionRejected _ -> {
        simulation.judge().toldRejected(sent.asked());
        return true;
      }
      case LedgerUnavailable _ -> {
        simulation.tally().count("unavailable");
        return false;
      }
      default -> {
        loom.fail(new IllegalStateException("Told an exception", failure));
        return false;
      }
    }
  }
}
