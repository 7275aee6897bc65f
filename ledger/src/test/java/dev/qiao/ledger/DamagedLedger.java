package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger with some of everything in one month, and what breaks it. */
final class DamagedLedger implements AutoCloseable {
  private static final String PERIOD = "2027_03_01";

  final TestLedger world = new TestLedger();
  final Map<String, String> names = new HashMap<>();

  DamagedLedger() {
    Ledger ledger = world.ledger;
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2027-03-20T08:00:00Z")));
    AccountId carol = ledger.open(AccountTerms.wallet("person:carol:CNY", CNY));
    AllowanceId day =
        ledger.openAllowance(
            new AllowanceTerms("day", cny(100_00), Window.DAY, ZoneOffset.UTC, false));
    Posting first = world.transfer(world.bank, world.alice, 20_00);
    Posting two =
        Posting.of(world.id(), "payment", "pay_1")
            .leg(world.alice, world.bob, cny(3_00))
            .leg(world.bob, carol, cny(1_00))
            .build();
    Posting using =
        Posting.of(world.id(), "payment", "pay_2")
            .leg(world.alice, world.bob, cny(3_00))
            .use(day, cny(3_00))
            .build();
    Hold hold = world.holdOf(world.bob, 4_00);
    ledger.post(first);
    ledger.post(two);
    ledger.post(using);
    ledger.hold(hold);
    ledger.capture(
        new Capture(
            world.id(),
            hold.hold(),
            List.of(new Share(world.alice, cny(1_00)), new Share(carol, cny(1_00))),
            "payment",
            "pay_3",
            false,
            Optional.empty(),
            Optional.empty()));
    Posting last = world.transfer(world.alice, world.bob, 1_00);
    ledger.post(last);
    names.put("first", first.id().value().toString());
    names.put("two", two.id().value().toString());
    names.put("using", using.id().value().toString());
    names.put("holding", hold.id().value().toString());
    names.put("last", last.id().value().toString());
    names.put("new", world.id().value().toString());
    names.put("hold", hold.hold().value().toString());
    names.put("allowance", Long.toString(day.number()));
    names.put("alice", Long.toString(world.alice.number()));
    names.put("bob", Long.toString(world.bob.number()));
    names.put("carol", Long.toString(carol.number()));
    for (String table : List.of("posting", "leg", "hold_change", "allowance_use")) {
      names.put(table, "ledger." + table);
    }
  }

  /** Puts aside the month that all of it is in; the next one has begun. */
  void archive() throws SQLException {
    world.clock.advance(Duration.ofDays(31));
    world.ledger.post(world.transfer(world.alice, world.bob, 1));
    for (String period : periodsUntil()) {
      world.asOwner("select ledger.archive_period('" + period + "')");
    }
    for (String table : List.of("posting", "leg", "hold_change", "allowance_use")) {
      names.put(table, "ledger_archive." + table + "_" + PERIOD);
    }
  }

  private List<String> periodsUntil() throws SQLException {
    try (Connection connection = world.owner.getConnection()) {
      return new Db(connection)
          .list(
              "select name from ledger.period where end_id <= (select end_id from ledger.period where name = ?) order by first_id",
              row -> row.getString("name"),
              PERIOD);
    }
  }

  void damage(Damage damage) throws SQLException {
    for (String table : List.of("posting", "leg", "hold_change", "allowance_use")) {
      world.asOwner("alter table " + names.get(table) + " disable trigger user");
    }
    for (String table : List.of("account", "hold", "allowance")) {
      world.asOwner("alter table ledger." + table + " disable trigger user");
    }
    world.asOwner(damage.statement(names));
  }

  String named(Damage damage) {
    return damage.named(names);
  }

  @Override
  public void close() {
    world.close();
  }
}
