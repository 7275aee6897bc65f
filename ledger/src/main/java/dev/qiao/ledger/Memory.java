package dev.qiao.ledger;

import java.util.Arrays;

/**
 * The account states that a writer remembers between batches, with the core that decides on them.
 * They have no authority: each batch proves them, and what turns out wrong is forgotten.
 */
final class Memory {
  private final int accountsMax;
  private final World world = new World();
  private final Core core = new Core(world);
  private long[] named = {};

  Memory(int accountsMax) {
    this.accountsMax = accountsMax;
  }

  /** For one use: nothing is remembered. */
  static Memory none() {
    return new Memory(0);
  }

  World world() {
    return world;
  }

  Core core() {
    return core;
  }

  /** Notes which accounts the current attempt may change. */
  void named(long... accounts) {
    named = accounts;
  }

  boolean isFull() {
    return world.accounts.size() > accountsMax;
  }

  /** Those of these accounts that are not remembered. */
  long[] missing(long... accounts) {
    return Arrays.stream(accounts).filter(number -> world.accounts.get(number) == null).toArray();
  }

  /** The current attempt has committed: the database has what is remembered. */
  void confirm() {
    for (long number : named) {
      AccountState account = world.accounts.get(number);
      if (account != null) {
        account.storedVersion = account.version;
      }
    }
    named = new long[] {};
  }

  /** Forgets everything. */
  void clear() {
    world.accounts.clear();
    named = new long[] {};
  }

  /** The current attempt has failed: what it touched is read again next time. */
  void forget() {
    for (long number : named) {
      world.accounts.remove(number);
    }
    named = new long[] {};
  }
}
