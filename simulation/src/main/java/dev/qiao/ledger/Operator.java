package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * All that happens beside the commands: freezes, other caps, servers that start, time that passes.
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
  private final List<AccountId> ice = new ArrayList<>();

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
    switch (random.nextInt(12)) {
      case 0 -> freeze(true);
      case 1, 2, 3, 4 -> freeze(false);
      case 5 -> {
        if (random.nextInt(4) == 0) {
          close();
        }
      }
      case 6 -> open();
      case 7 -> cap();
      case 8 -> move();
      case 9 -> loom.pass(random.nextLong(1, 1L << random.nextInt(20, 38)));
      case 10 -> simulation.anyServer().ifPresent(this::moveClock);
      default -> putAside();
    }
  }

  private void freeze(boolean frozen) {
    AccountId account = frozen || ice.isEmpty() ? town.any(town.wallets) : town.any(ice);
    if (frozen) {
      ice.add(account);
    }
    boolean debit = random.nextBoolean();
    change(
        new Key.Account(account.number()),
        StoredAccount.class,
        stored ->
            stored.closed()
                ? stored
                : stored.frozen(
                    debit ? frozen : stored.frozenForDebit(),
                    debit ? stored.frozenForCredit() : frozen),
        AccountRow.class,
        row ->
            row.closed()
                ? row
                : row.frozen(
                    debit ? frozen : row.frozenForDebit(), debit ? row.frozenForCredit() : frozen));
  }

  private void close() {
    AccountId account = town.any(town.wallets);
    change(
        new Key.Account(account.number()),
        StoredAccount.class,
        stored -> stored.posted() == 0 && stored.held() == 0 ? stored.shut() : stored,
        AccountRow.class,
        row -> row.posted() == 0 && row.held() == 0 ? row.shut() : row);
  }

  private void open() {
    StoredAccount account = town.newAccount(Town.UNITS.getFirst(), 0, AccountState.NO_CEILING, 0);
    Key key = new Key.Account(account.number());
    OpenTransaction transaction = database.begin(loom.now());
    loom.step();
    transaction.write(key, account);
    transaction.onCommit(
        number -> model.change(key, number, AccountRow.class, _ -> Town.modelled(account)));
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
