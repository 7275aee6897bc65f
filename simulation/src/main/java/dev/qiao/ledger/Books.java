package dev.qiao.ledger;

import dev.qiao.model.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recomputes every account from the stored steps alone. */
record Books(Database database) {

  /** An account after a change, and what the change was. */
  private record Change(long postedBy, long heldBy, long posted, long held) {}

  List<String> differences() {
    Map<Long, TreeMap<Long, Change>> accounts = new HashMap<>();
    List<String> differences = new ArrayList<>();
    for (Database.Kept kept : database.kept()) {
      for (Step step : Past.steps(kept.row())) {
        for (var change : changes(step).entrySet()) {
          long[] place = {change.getKey().number(), change.getKey().sequence()};
          Change before =
              accounts
                  .computeIfAbsent(place[0], _ -> new TreeMap<>())
                  .put(place[1], change.getValue());
          if (before != null) {
            differences.add("Account " + place[0] + " has two changes " + place[1]);
          }
        }
      }
    }
    for (Key key : database.keys()) {
      if (database.latest(key) instanceof StoredAccount account) {
        long opened = database.at(key, 0) instanceof StoredAccount first ? first.posted() : 0;
        check(
            account, opened, accounts.getOrDefault(account.number(), new TreeMap<>()), differences);
      }
    }
    return differences;
  }

  private record Place(long number, long sequence) {}

  private static Map<Place, Change> changes(Step step) {
    return switch (step) {
      case Step.Moved moved ->
          Map.of(
              new Place(moved.debit(), moved.debitSequence()),
              new Change(
                  -moved.amount(),
                  moved.hold() == null ? 0 : -moved.amount(),
                  moved.debitPosted(),
                  moved.debitHeld()),
              new Place(moved.credit(), moved.creditSequence()),
              new Change(moved.amount(), 0, moved.creditPosted(), moved.creditHeld()));
      case Step.HeldBy held ->
          Map.of(
              new Place(held.account(), held.sequence()),
              new Change(0, held.change(), held.posted(), held.held()));
    };
  }

  private static void check(
      StoredAccount account, long opened, TreeMap<Long, Change> changes, List<String> differences) {
    long posted = opened;
    long held = 0;
    long sequence = 0;
    for (var change : changes.entrySet()) {
      posted += change.getValue().postedBy();
      held += change.getValue().heldBy();
      sequence++;
      if (change.getKey() != sequence
          || change.getValue().posted() != posted
          || change.getValue().held() != held) {
        differences.add(
            "Account %d after its change %d does not follow from the one before"
                .formatted(account.number(), change.getKey()));
        return;
      }
    }
    if (account.posted() != posted || account.held() != held || account.sequence() != sequence) {
      differences.add("Account %d is not the sum of its changes".formatted(account.number()));
    }
  }
}
