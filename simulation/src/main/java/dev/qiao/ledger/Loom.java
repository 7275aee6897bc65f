package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Runs fibers one at a time. A random number decides at each step who goes on, and time passes with
 * the steps: the same seed gives the same run.
 */
final class Loom {
  private final SplittableRandom random;
  private final Trace trace;
  private final int staysPercent;
  private final int microsPerStepMax;
  private final List<Fiber> ready = new ArrayList<>();
  private final Set<Fiber> waiting = new LinkedHashSet<>();
  private final Set<Fiber> sleeping = new LinkedHashSet<>();
  private final Set<Fiber> impatient = new LinkedHashSet<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private Fiber current;
  private long now;
  private boolean stopping;
  private RuntimeException failure;

  /**
   * @param now microseconds
   * @param staysPercent how often a fiber goes on at a step at which another could
   */
  Loom(SplittableRandom random, Trace trace, long now, int staysPercent, int microsPerStepMax) {
    this.random = random;
    this.trace = trace;
    this.now = now;
    this.staysPercent = staysPercent;
    this.microsPerStepMax = microsPerStepMax;
  }

  /** Microseconds. */
  long now() {
    return now;
  }

  /** Time passes with nobody doing anything. */
  void pass(long micros) {
    now += micros;
  }

  Fiber current() {
    return current;
  }

  /** Runs the fibers that were started until all have ended; throws what went wrong. */
  void run() {
    Fiber first = next();
    if (first != null) {
      current = first;
      first.resume();
      try {
        over.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  void start(String name, Server server, Runnable work) {
    Fiber fiber = new Fiber(name, server);
    ready.add(fiber);
    fiber.begin(() -> live(work));
  }

  private void live(Runnable work) {
    try {
      endIfOver();
      work.run();
    } catch (Ended over) {
      // As it should be.
    } catch (RuntimeException | Error broken) {
      fail(new IllegalStateException(current.name + ": " + broken, broken));
    }
    Fiber next = next();
    if (next == null) {
      over.countDown();
    } else {
      current = next;
      next.resume();
    }
  }

  /** Ends the run with this. */
  void fail(RuntimeException why) {
    if (failure == null) {
      failure = why;
    }
    stopping = true;
    wakeAll();
  }

  boolean isFailed() {
    return failure != null;
  }

  /** Lets others go on, perhaps. */
  void step() {
    endIfOver();
    if (random.nextInt(100) >= staysPercent) {
      ready.add(current);
      goOn();
    }
  }

  /** Waits until this says true; it is asked again whenever somebody wakes the place. */
  void await(Object place, BooleanSupplier isReady) {
    endIfOver();
    if (!isReady.getAsBoolean()) {
      current.isReady = isReady;
      current.waitsAt = place;
      waiting.add(current);
      goOn();
    }
  }

  /** Waits so long at most; says whether it was worth it. */
  boolean await(Object place, BooleanSupplier isReady, long micros) {
    endIfOver();
    if (isReady.getAsBoolean()) {
      return true;
    }
    current.sleepsUntil = now + micros;
    impatient.add(current);
    await(place, isReady);
    return isReady.getAsBoolean();
  }

  void sleep(long micros) {
    endIfOver();
    current.sleepsUntil = now + micros;
    sleeping.add(current);
    goOn();
  }

  /** Lets those who wait here look again. */
  void wake(Object place) {
    waiting.removeIf(fiber -> fiber.waitsAt == place && ready.add(fiber));
  }

  /** Lets the fibers of servers that are no more find that out. */
  void wakeAll() {
    ready.addAll(waiting);
    waiting.clear();
    ready.addAll(sleeping);
    sleeping.clear();
  }

  private void goOn() {
    Fiber me = current;
    Fiber next = next();
    if (next != me) {
      current = next;
      next.resume();
      me.pause();
    }
    endIfOver();
  }

  private boolean isOver(Fiber fiber) {
    return stopping || fiber.server != null && fiber.server.isDown();
  }

  private void endIfOver() {
    if (isOver(current)) {
      throw new Ended();
    }
  }

  /** Who goes on; null when nobody is left. */
  private Fiber next() {
    while (true) {
      now += random.nextInt(microsPerStepMax);
      wakeSleepers();
      if (ready.isEmpty()) {
        if (sleeping.isEmpty() && waiting.isEmpty()) {
          return null;
        }
        OptionalLong wakesAt =
            Stream.concat(sleeping.stream(), impatient.stream())
                .mapToLong(fiber -> fiber.sleepsUntil)
                .min();
        if (wakesAt.isEmpty()) {
          fail(new Violation("Nobody goes on: " + names(waiting) + " wait for ever"));
        } else {
          now = wakesAt.getAsLong();
        }
        continue;
      }
      Fiber fiber = takeAny();
      if (fiber.isReady != null && !isOver(fiber)) {
        boolean isPatient = !impatient.contains(fiber) || now < fiber.sleepsUntil;
        if (!fiber.isReady.getAsBoolean() && isPatient) {
          waiting.add(fiber);
          continue;
        }
      }
      impatient.remove(fiber);
      fiber.isReady = null;
      fiber.waitsAt = null;
      trace.add(fiber.name.hashCode());
      return fiber;
    }
  }

  private Fiber takeAny() {
    int place = random.nextInt(ready.size());
    Fiber fiber = ready.get(place);
    ready.set(place, ready.getLast());
    ready.removeLast();
    return fiber;
  }

  private void wakeSleepers() {
    for (Fiber fiber : impatient) {
      if (fiber.sleepsUntil <= now && waiting.remove(fiber)) {
        ready.add(fiber);
      }
    }
    if (!sleeping.isEmpty()) {
      sleeping.removeIf(fiber -> fiber.sleepsUntil <= now && ready.add(fiber));
    }
  }

  private static List<String> names(Set<Fiber> fibers) {
    return fibers.stream().map(fiber -> fiber.name).toList();
  }
}
