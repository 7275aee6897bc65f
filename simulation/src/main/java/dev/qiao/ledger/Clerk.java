package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends orders for accounts, and sends them again with the same id when there is no answer. */
final class Clerk {
  private static final int TRIES_MAX = 40;

  private final Simulation simulation;
  private final Loom loom;
  private final SplittableRandom random;

  Clerk(Simulation simulation, Loom loom, SplittableRandom random) {
    this.simulation = simulation;
    this.loom = loom;
    this.random = random;
  }

  /** On their way, those for which a server is up. */
  List<SentOrder> send(List<Ordered> orders) {
    List<SentOrder> sent = new ArrayList<>();
    for (Ordered ordered : orders) {
      Optional<Server> server = simulation.anyServer();
      server.ifPresent(up -> sent.add(send(ordered, up)));
      if (server.isPresent() && random.nextInt(20) == 0) {
        sent.add(send(ordered, simulation.anyServer().orElseThrow())); // Pressed twice.
      }
    }
    return sent;
  }

  private SentOrder send(Ordered ordered, Server server) {
    simulation.orderJudge().ordered(ordered);
    int looks = server.looks();
    CompletableFuture<AccountChange> answer = server.change(ordered.order());
    answer.whenComplete((_, _) -> loom.wake(this));
    return new SentOrder(ordered, server, looks, answer);
  }

  /** Until every one of them has its answer. */
  void settle(List<Ordered> orders, List<SentOrder> first) {
    List<Ordered> open = orders;
    List<SentOrder> sent = first;
    for (int tries = 1; !open.isEmpty(); tries++) {
      if (tries > TRIES_MAX && !simulation.faults().isOn()) {
        loom.fail(new Violation("No answer to " + open));
      }
      List<SentOrder> all = sent;
      loom.await(this, () -> all.stream().allMatch(SentOrder::isSettled));
      List<Ordered> left = new ArrayList<>(open);
      all.stream().filter(this::hears).forEach(one -> left.remove(one.ordered()));
      if (!left.isEmpty()) {
        loom.sleep(random.nextLong(1, 50_000));
        sent = send(left);
      }
      open = left;
    }
  }

  /** Whether it was a word that counts. */
  private boolean hears(SentOrder sent) {
    if (sent.server().isDown() && !sent.isAnswered()) {
      simulation.tally().count("order.crashed");
      return false;
    }
    try {
      simulation.orderJudge().told(sent, sent.answer().join());
      return true;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof LedgerUnavailable) {
        simulation.tally().count("order.unavailable");
      } else {
        loom.fail(new IllegalStateException("Told an exception", failed.getCause()));
      }
      return false;
    }
  }
}
