package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.money.Unit;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * All that happens beside commands and orders: accounts are opened, caps change, servers start,
 * time passes.
 */
final class Operator implements Runnable {
  private static final long HOUR = 3600 * Micros.PER_SECOND;

  private final Simulation simulation;
  private final Loom loom;
  private final Database database;
  private final Model model;
  private final Town town;
  private final SplittableRandom random;
  private final int pauseMax;

  Operator(
      Simulation simulation,
      Loom loom,
      Database database,
      Model model,
      Town town,
      SplittableRandom random) {
    this.simulation = simulation;
    this.loom = loom;
    this.database = database;
    this.model = model;
    this.town = town;
    this.random = random;
    this.pauseMax = 1 << random.nextInt(12, 21);
  }

  @Override
  public void run() {
    while (!simulation.isOver()) {
      loom.sleep(random.nextInt(1, pauseMax));
      simulation.restart();
      if (simulation.faults().isOn()) {
        act();
      }
    }
  }

  private void act() {
    switch (random.nextInt(6)) {
      case 0 -> open();
      case 1 -> cap();
      case 2 -> move();
      case 3 -> loom.pass(random.nextLong(1, 1L << random.nextInt(20, 38)));
      case 4 -> simulation.anyServer().ifPresent(this::moveClock);
      default -> putAside();
    }
  }

  private void open() {
    Unit unit = Town.UNITS.getFirst();
    StoredAccount account =
        StoredAccount.opened(
            town.next(unit).number(), unit, 0, AccountState.NO_CEILING, 0, loom.now());
    Key key = new Key.Account(account.number());
    OpenTransaction transaction = database.begin(loom.now());
    loom.step();
    transaction.write(key, account);
    transaction.onCommit(
        number -> model.change(key, number, AccountRow.class, _ -> account.modelled()));
    loom.step();
    transaction.commit();
    town.wallets.add(new AccountId(account.number()));
  }

  private void cap() {
    long cap = random.nextInt(0, 20_000);
    changeAllowance(stored -> changed(stored, cap, stored.nextZone()), row -> row.capped(cap));
  }

  private void move() {
    var zone = town.any(Town.ZONES);
    changeAllowance(
        stored -> changed(stored, stored.cap(), Optional.of(zone)), row -> row.moved(zone));
  }

  private void changeAllowance(
      UnaryOperator<AllowanceState> stored, UnaryOperator<AllowanceRow> modelled) {
    AllowanceId allowance = town.any(town.allowances);
    change(
        new Key.Allowance(allowance.number()),
        AllowanceState.class,
        stored,
        AllowanceRow.class,
        modelled);
  }

  private static AllowanceState changed(
      AllowanceState state, long cap, Optional<java.time.ZoneId> nextZone) {
    return new AllowanceState(
        state.number(),
        state.unit(),
        cap,
        state.window(),
        state.zone(),
        nextZone,
        state.restored(),
        state.windowStart(),
        state.windowEnd(),
        state.slots(),
        state.version() + 1,
        state.touchedAt());
  }

  /** Under the row's lock, as the ledger's own verbs do it. */
  private <S, R> void change(
      Key key,
      Class<S> storedType,
      UnaryOperator<S> stored,
      Class<R> rowType,
      UnaryOperator<R> row) {
    OpenTransaction transaction = database.begin(loom.now());
    try {
      loom.step();
      transaction.lock(key);
      loom.step();
      transaction.write(key, stored.apply(storedType.cast(transaction.readNow(key))));
      transaction.onCommit(number -> model.change(key, number, rowType, row));
      loom.step();
      transaction.commit();
    } catch (java.sql.SQLException deadlock) {
      transaction.rollBack();
    }
  }

  private void moveClock(Server server) {
    switch (random.nextInt(3)) {
      case 0 -> server.moveClock(-server.clockOff());
      case 1 -> server.moveClock(random.nextLong(-3 * HOUR, 3 * HOUR));
      default -> server.moveClock(random.nextLong(-30 * HOUR, 30 * HOUR) - server.clockOff());
    }
  }

  private void putAside() {
    if (database.isQuiet() && random.nextInt(3) == 0) {
      database.periods.putOldestAside();
    }
  }
}
