package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The accounts and allowances of a run, alike in the database and in the model. */
final class Town {
  static final List<Unit> UNITS =
      List.of(Unit.of("CNY"), Unit.of("JPY"), Unit.of("KWD"), new Unit("points", 0));
  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Shanghai"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("UTC"));

  static final int BUSINESS_ROWS = 12;
  static final String NEW = "new";
  static final String PAID = "paid";

  /** How much is missing to the end of the range. */
  private static final long NEARLY = 100_000;

  final List<AccountId> wallets = new ArrayList<>();
  final List<AccountId> banks = new ArrayList<>();
  final List<AccountId> vast = new ArrayList<>();
  final List<AllowanceId> allowances = new ArrayList<>();
  final AccountId hot;
  private final SplittableRandom random;
  private final Database database;
  private final Model model;
  private final List<Unit> unitsOfAccounts = new ArrayList<>();
  private final List<Unit> unitsOfAllowances = new ArrayList<>();

  Town(SplittableRandom random, Database database, Model model) {
    this.random = random;
    this.database = database;
    this.model = model;
    for (Unit unit : UNITS) {
      banks.add(open(unit, AccountState.NO_FLOOR, AccountState.NO_CEILING, 0));
    }
    hot = open(UNITS.getFirst(), 0, AccountState.NO_CEILING, 0);
    int people = random.nextInt(4, 16);
    for (int i = 0; i < people; i++) {
      Unit unit = random.nextInt(3) == 0 ? any(UNITS) : UNITS.getFirst();
      long floor = random.nextInt(6) == 0 ? -random.nextInt(1, 5_000) : 0;
      long ceiling =
          random.nextInt(5) == 0 ? random.nextInt(1_000, 50_000) : AccountState.NO_CEILING;
      wallets.add(open(unit, floor, ceiling, 0));
    }
    long most = Money.MINOR_MAX - NEARLY;
    vast.add(open(UNITS.getFirst(), AccountState.NO_FLOOR, AccountState.NO_CEILING, most));
    vast.add(open(UNITS.getFirst(), AccountState.NO_FLOOR, AccountState.NO_CEILING, -most));
    List<Window> windows =
        List.of(
            Window.PAYMENT,
            Window.DAY,
            Window.MONTH,
            Window.YEAR,
            Window.rolling(Duration.ofMinutes(1)),
            Window.rolling(Duration.ofHours(30)));
    for (Window window : windows) {
      allow(window);
      allow(window);
    }
    for (int i = 0; i < BUSINESS_ROWS; i++) {
      row(new Key.Business("payment " + i));
      row(new Key.Business("voucher " + i));
    }
  }

  Unit unitOf(AccountId account) {
    int place = (int) account.number() - 1;
    return place < unitsOfAccounts.size() ? unitsOfAccounts.get(place) : UNITS.getFirst();
  }

  Unit unitOf(AllowanceId allowance) {
    int place = (int) allowance.number() - 1;
    return place < unitsOfAllowances.size() ? unitsOfAllowances.get(place) : UNITS.getFirst();
  }

  /** A wallet; many a time the busy one. */
  AccountId anyone() {
    return random.nextInt(4) == 0 ? hot : any(wallets);
  }

  AccountId bankOf(Unit unit) {
    return banks.get(UNITS.indexOf(unit));
  }

  /** Another wallet of the same unit; its bank if there is none. */
  AccountId anyoneBut(AccountId account) {
    Unit unit = unitOf(account);
    for (int tries = 0; tries < 8; tries++) {
      AccountId other = anyone();
      if (!other.equals(account) && unitOf(other).equals(unit)) {
        return other;
      }
    }
    return bankOf(unit);
  }

  /** A number of which there is no account, or none yet. */
  AccountId nobody() {
    return new AccountId(unitsOfAccounts.size() + random.nextInt(1, 4));
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private AccountId open(Unit unit, long floor, long ceiling, long posted) {
    StoredAccount account = newAccount(unit, floor, ceiling, posted);
    database.put(new Key.Account(account.number()), account);
    model.change(new Key.Account(account.number()), 0, AccountRow.class, _ -> modelled(account));
    return new AccountId(account.number());
  }

  /** To be put into the database by a transaction. */
  StoredAccount newAccount(Unit unit, long floor, long ceiling, long posted) {
    unitsOfAccounts.add(unit);
    return new StoredAccount(
        unitsOfAccounts.size(),
        unit,
        floor,
        ceiling,
        false,
        false,
        false,
        posted,
        0,
        0,
        0,
        database.loom.now());
  }

  static AccountRow modelled(StoredAccount account) {
    return new AccountRow(
        account.unit().code(),
        account.floor() == AccountState.NO_FLOOR ? null : account.floor(),
        account.ceiling() == AccountState.NO_CEILING ? null : account.ceiling(),
        account.frozenForDebit(),
        account.frozenForCredit(),
        account.closed(),
        account.posted(),
        account.held(),
        account.sequence(),
        account.touchedAt());
  }

  private void row(Key key) {
    database.put(key, NEW);
    model.change(key, 0, String.class, _ -> NEW);
  }

  private void allow(Window window) {
    Unit unit = random.nextInt(4) == 0 ? any(UNITS) : UNITS.getFirst();
    unitsOfAllowances.add(unit);
    ZoneId zone = any(ZONES);
    long number = unitsOfAllowances.size();
    long cap = random.nextInt(500, 20_000);
    boolean restored = random.nextBoolean();
    long now = database.loom.now();
    long[] slots = new long[window.slots()];
    database.put(
        new Key.Allowance(number),
        new AllowanceState(
            number, unit, cap, window, zone, Optional.empty(), restored, 0, 0, slots, 0, now));
    AllowanceRow row =
        new AllowanceRow(
            unit.code(),
            cap,
            window.kind().name().toLowerCase(java.util.Locale.ROOT),
            window.length().toSeconds() * 1_000_000,
            zone,
            null,
            restored,
            0,
            0,
            List.of(),
            now);
    model.change(new Key.Allowance(number), 0, AllowanceRow.class, _ -> row);
    allowances.add(new AllowanceId(number));
  }
}
