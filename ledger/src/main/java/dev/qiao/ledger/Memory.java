package dev.qiao.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The states that a writer remembers between batches, with the core that decides on them. They have
 * no authority: each batch proves them, and what turns out wrong is forgotten.
 *
 * <p>Accounts stay until there are too many. Holds, allowances and past postings stay for one more
 * batch, which may be decided before the database has them.
 */
final class Memory {
  private final int accountsMax;
  private final World world = new World();
  private final Core core = new Core(world);
  private Names named = Names.none();
  private Set<PostingId> asked = Set.of();

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

  boolean isFull() {
    return world.accounts.size() > accountsMax;
  }

  /** Whether the batch before has asked for this id. */
  boolean hasJustAsked(PostingId id) {
    return asked.contains(id);
  }

  /** Begins a batch, and keeps of the one before what may not be in the database yet. */
  void begin(Names names, Collection<Task> tasks) {
    world.holds.keySet().retainAll(named.holds());
    world.past.keySet().retainAll(named.postings());
    world.allowances.retain(named.allowances()::contains);
    world.wanted.clear();
    world.wanted.addAll(names.postings());
    named = names;
    asked = HashSet.newHashSet(tasks.size());
    tasks.forEach(task -> asked.add(task.id()));
  }

  long[] missingAccounts() {
    return Arrays.stream(named.accounts())
        .filter(number -> world.accounts.get(number) == null)
        .toArray();
  }

  long[] missingAllowances() {
    return named.allowances().stream()
        .mapToLong(Long::longValue)
        .filter(number -> world.allowances.get(number) == null)
        .toArray();
  }

  List<HoldId> missingHolds() {
    return named.holds().stream().filter(id -> !world.holds.containsKey(id)).toList();
  }

  List<PostingId> missingPostings() {
    return named.postings().stream().filter(id -> !world.past.containsKey(id)).toList();
  }

  /** The named holds as they are now. */
  Map<HoldId, HoldState> holds() {
    Map<HoldId, HoldState> now = new HashMap<>();
    for (HoldId id : named.holds()) {
      now.put(id, world.holds.get(id));
    }
    return now;
  }

  /** The named allowances, those that exist, as they are now. */
  List<AllowanceState> allowances() {
    return named.allowances().stream()
        .sorted()
        .map(world.allowances::get)
        .filter(allowance -> allowance != null)
        .toList();
  }

  AccountChanges accountChanges() {
    return AccountChanges.of(world, named.accounts());
  }

  /** From here on the database counts as having what was decided. */
  void settle() {
    for (long number : named.accounts()) {
      AccountState account = world.accounts.get(number);
      if (account != null) {
        account.storedVersion = account.version;
      }
    }
  }

  /** The current batch has failed, or is to read all that it names. */
  void forgetNamed() {
    for (long number : named.accounts()) {
      world.accounts.remove(number);
    }
    named.allowances().forEach(world.allowances::remove);
    world.holds.keySet().removeAll(named.holds());
    world.past.keySet().removeAll(named.postings());
    asked = Set.of();
  }

  void clear() {
    world.accounts.clear();
    world.allowances.clear();
    world.holds.clear();
    world.past.clear();
    named = Names.none();
    asked = Set.of();
  }
}
