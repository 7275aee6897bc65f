package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Answer;
import dev.qiao.model.HoldRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.model.OrderRow;
import dev.qiao.model.PostingRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares everything that a ledger on PostgreSQL says with the model. */
final class Comparison {
  private final RealTown town;
  private final Model model;
  private final Ledger ledger;
  private final List<String> differences = new ArrayList<>();

  Comparison(RealTown town, Ledger ledger) {
    this.town = town;
    this.model = town.model;
    this.ledger = ledger;
  }

  List<String> differences(Replay replay) throws SQLException {
    Map<Long, TreeMap<Long, String>> changes = changes();
    for (Key key : model.keys()) {
      switch (model.now(key)) {
        case AccountRow row -> account((Key.Account) key, row, changes, replay);
        case AllowanceRow row -> allowance((Key.Allowance) key, row);
        case HoldRow row -> hold((Key.Hold) key, row);
        case String state -> business((Key.Business) key, state);
        default -> {}
      }
    }
    commands();
    orders();
    model.sums().forEach((unit, sum) -> same("The sum of " + unit, sum, 0L));
    ledger.audit().differences().forEach(one -> differences.add("The audit: " + one));
    return differences;
  }

  /** Each account's balances by its sequence, after each command that touched it. */
  private Map<Long, TreeMap<Long, String>> changes() {
    Map<Long, TreeMap<Long, String>> changes = new HashMap<>();
    for (Key key : model.keys()) {
      if (key instanceof Key.Posting(var id) && model.now(key) instanceof PostingRow row) {
        for (Answer.After after : row.answer().after()) {
          changes
              .computeIfAbsent(after.account(), _ -> new TreeMap<>())
              .put(
                  after.sequence(),
                  "%s at %d: %d, %d"
                      .formatted(id, row.answer().at(), after.posted(), after.held()));
        }
      }
    }
    return changes;
  }

  private void account(
      Key.Account key, AccountRow row, Map<Long, TreeMap<Long, String>> changes, Replay replay)
      throws SQLException {
    AccountId id = new AccountId(key.number());
    Account account = ledger.account(id).orElseThrow();
    same(key, OrderJudge.describe(account), OrderJudge.describe(row));
    try (Connection connection = town.app.getConnection()) {
      AccountState state = new AccountTables(new Db(connection)).states(id.number()).getFirst();
      same(key + "'s time", state.touchedAt, row.touchedAt());
      same(key + "'s version", state.version, replay.version(key));
    }
    statement(id, row, changes.getOrDefault(key.number(), new TreeMap<>()));
  }

  /** Each entry follows from the one before, and the last of each command is the model's. */
  private void statement(AccountId id, AccountRow row, TreeMap<Long, String> expected) {
    TreeMap<Long, String> lines = new TreeMap<>();
    long posted = 0;
    long held = 0;
    long sequence = 0;
    PostingId before = null;
    StatementPage page = StatementPage.oldestFirst(StatementPage.LIMIT_MAX);
    List<Entry> entries = ledger.statement(id, page);
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        posted += entry.amount().minor();
        held += entry.held().minor();
        sequence++;
        Balance after = entry.after();
        String line =
            "%s at %d: %d, %d"
                .formatted(
                    entry.posting().value(), Micros.of(entry.at()), after.posted(), after.held());
        same(
            id + " after its change " + sequence,
            after.posted() + ", " + after.held() + ", " + after.sequence(),
            posted + ", " + held + ", " + sequence);
        if (entry.posting().equals(before)) {
          lines.pollLastEntry();
        }
        lines.put(after.sequence(), line);
        before = entry.posting();
      }
      entries = ledger.statement(id, page.after(entries.getLast()));
    }
    same("How often " + id + " has changed", sequence, row.sequence());
    same("The statement of " + id, lines, expected);
  }

  private void allowance(Key.Allowance key, AllowanceRow row) {
    Allowance allowance = ledger.allowance(new AllowanceId(key.number())).orElseThrow();
    long now = Math.max(town.now(), row.touchedAt());
    same(
        key,
        allowance.terms().cap().minor() + ", " + allowance.used().minor(),
        row.cap() + ", " + row.used(now));
  }

  private void hold(Key.Hold key, HoldRow row) {
    HoldRecord hold = ledger.findHold(new HoldId(key.id())).orElseThrow();
    same(
        key,
        "%d of %d and %d, %s until %d"
            .formatted(
                hold.amount().minor(),
                hold.captured().minor(),
                hold.released().minor(),
                hold.ended().map(end -> end.name().toLowerCase(Locale.ROOT)).orElse(null),
                Micros.of(hold.expiresAt())),
        "%d of %d and %d, %s until %d"
            .formatted(row.amount(), row.captured(), row.released(), row.ended(), row.expiresAt()));
  }

  private void business(Key.Business key, String state) throws SQLException {
    if (!state.equals("inserted")) {
      same(key, town.state(key.name()), state);
    }
  }

  private void commands() throws SQLException {
    Map<Object, String> stored = new HashMap<>();
    Map<Object, String> expected = new HashMap<>();
    List<String> events = new ArrayList<>();
    try (Connection connection = town.app.getConnection()) {
      Db db = new Db(connection);
      db.list(
          "select id, at, refusal from ledger.command",
          row ->
              stored.put(
                  Db.uuid(row, "id"),
                  Micros.of(Db.instant(row, "at")) + ": " + row.getString("refusal")));
      events.addAll(db.list("select id from shop.event order by id", row -> row.getString("id")));
    }
    for (Key key : model.keys()) {
      if (key instanceof Key.Posting(var id) && model.now(key) instanceof PostingRow row) {
        expected.put(id, row.answer().at() + ": " + row.answer().refusal());
      }
      if (key instanceof Key.Business(var name) && "inserted".equals(model.now(key))) {
        same("The event " + name, events.remove(name), true);
      }
    }
    same("All commands", stored, expected);
    same("Events that nobody knows", events, List.of());
  }

  private void orders() throws SQLException {
    Map<Object, String> stored = new HashMap<>();
    Map<Object, String> expected = new HashMap<>();
    try (Connection connection = town.app.getConnection()) {
      Db db = new Db(connection);
      for (ChangeId id :
          db.list(
              "select id from ledger.account_change", row -> new ChangeId(Db.uuid(row, "id")))) {
        AccountChange first = new AccountOrderTables(db).find(id).orElseThrow().first();
        stored.put(id.value(), OrderJudge.describe(first, 0));
      }
    }
    for (Key key : model.keys()) {
      if (key instanceof Key.Change(var id) && model.now(key) instanceof OrderRow row) {
        expected.put(
            id, row.isDone() ? OrderJudge.describe(row) : "refused at 0: " + row.refusal());
      }
    }
    same("All orders", stored, expected);
  }

  private void same(Object what, Object is, Object should) {
    if (!is.equals(should)) {
      differences.add("%s%n  is         %s%n  should be  %s".formatted(what, is, should));
    }
  }
}
