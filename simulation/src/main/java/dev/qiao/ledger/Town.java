package dev.qiao.ledger;

import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The accounts and allowances of a run. */
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

  private static final int IDLE_MAX = 1_000_000;

  /** How much is missing to the end of the range. */
  private static final long NEARLY = 100_000;

  final List<AccountId> wallets = new ArrayList<>();
  final List<AccountId> banks = new ArrayList<>();
  final List<AccountId> vast = new ArrayList<>();
  final List<AllowanceId> allowances = new ArrayList<>();
  final AccountId hot;

  /** Nothing is ever posted to it, but something is set aside. */
  final AccountId idle;

  /** Nobody but the back office knows it. */
  final AccountId spare;

  private final SplittableRandom random;
  private final Registry registry;
  private final List<Unit> unitsOfAccounts = new ArrayList<>();
  private final List<Unit> unitsOfAllowances = new ArrayList<>();

  Town(SplittableRandom random, Registry registry) {
    this.random = random;
    this.registry = registry;
    for (Unit unit : UNITS) {
      banks.add(open(unit, AccountState.NO_FLOOR, AccountState.NO_CEILING, 0));
    }
    hot = open(UNITS.getFirst(), 0, AccountState.NO_CEILING, 0);
    idle = open(UNITS.getFirst(), -IDLE_MAX, AccountState.NO_CEILING, 0);
    spare = open(UNITS.getFirst(), 0, AccountState.NO_CEILING, 0);
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
      registry.row("payment " + i);
      registry.row("voucher " + i);
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
    AccountId next = next(unit);
    registry.open(next.number(), unit, floor, ceiling, posted);
    return next;
  }

  /** The number of the account that is opened next. */
  AccountId next(Unit unit) {
    unitsOfAccounts.add(unit);
    return new AccountId(unitsOfAccounts.size());
  }

  private void allow(Window window) {
    Unit unit = random.nextInt(4) == 0 ? any(UNITS) : UNITS.getFirst();
    unitsOfAllowances.add(unit);
    ZoneId zone = any(ZONES);
    long number = unitsOfAllowances.size();
    Money cap = Money.of(random.nextInt(500, 20_000), unit);
    registry.open(
        number, new AllowanceTerms("allowance " + number, cap, window, zone, random.nextBoolean()));
    allowances.add(new AllowanceId(number));
  }
}
