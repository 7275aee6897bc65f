package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.money.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a town into the simulated database and into the model, alike; and says what is there. */
record SimulatedTown(Database database, Model model) implements Registry, Scene {

  @Override
  public void open(long number, Unit unit, long floor, long ceiling, long posted) {
    StoredAccount account =
        StoredAccount.opened(number, unit, floor, ceiling, posted, database.loom.now());
    Key key = new Key.Account(number);
    database.put(key, account);
    model.change(key, 0, AccountRow.class, _ -> account.modelled());
  }

  @Override
  public void open(long number, AllowanceTerms terms) {
    Window window = terms.window();
    long now = database.loom.now();
    Key key = new Key.Allowance(number);
    database.put(
        key,
        new AllowanceState(
            number,
            terms.cap().unit(),
            terms.cap().minor(),
            window,
            terms.zone(),
            Optional.empty(),
            terms.restored(),
            0,
            0,
            new long[window.slots()],
            0,
            now));
    model.change(key, 0, AllowanceRow.class, _ -> modelled(terms, now));
  }

  static AllowanceRow modelled(AllowanceTerms terms, long now) {
    return new AllowanceRow(
        terms.cap().unit().code(),
        terms.cap().minor(),
        terms.window().kind().name().toLowerCase(Locale.ROOT),
        terms.window().length().toSeconds() * 1_000_000,
        terms.zone(),
        null,
        terms.restored(),
        0,
        0,
        List.of(),
        now);
  }

  @Override
  public void row(String name) {
    Key key = new Key.Business(name);
    database.put(key, Town.NEW);
    model.change(key, 0, String.class, _ -> Town.NEW);
  }

  @Override
  public long now() {
    return database.loom.now();
  }

  @Override
  public boolean isNew(String row) {
    return Town.NEW.equals(database.latest(new Key.Business(row)));
  }

  @Override
  public long takenFrom() {
    return database.periods.takenFrom();
  }
}
