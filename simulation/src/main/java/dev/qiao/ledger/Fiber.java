package dev.qiao.ledger;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Something that runs, by turns with others. */
final class Fiber {
  final String name;

  /** Whose it is: it ends with that. Null for what is outside of all servers. */
  final Server server;

  /** What it waits for, or null. */
  BooleanSupplier isReady;

  /** Whoever changes what it waits for wakes this. */
  Object waitsAt;

  /** When it goes on by itself. */
  long sleepsUntil;

  /** The time that its clock showed last. */
  long clock;

  private volatile boolean mayRun;
  private Thread thread;

  Fiber(String name, Server server) {
    this.name = name;
    this.server = server;
  }

  void begin(Runnable work) {
    thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(
                () -> {
                  pause();
                  work.run();
                });
    thread.start();
  }

  void resume() {
    mayRun = true;
    LockSupport.unpark(thread);
  }

  /** Until it is resumed. */
  void pause() {
    while (!mayRun) {
      LockSupport.park(this);
    }
    mayRun = false;
  }
}
