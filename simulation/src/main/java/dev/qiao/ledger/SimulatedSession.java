package dev.qiao.ledger;

import dev.qiao.ledger.AccountOrderTables.StoredChange;
import dev.qiao.model.Key;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An open transaction as the writer sees it: each verb is a statement or some. */
final class SimulatedSession implements Session {
  private final SimulatedStore store;
  private final Database database;
  private final OpenTransaction transaction;
  private final Past past;
  private final Companions companions;

  SimulatedSession(SimulatedStore store, Database database, OpenTransaction transaction) {
    this.store = store;
    this.database = database;
    this.transaction = transaction;
    this.past = new Past(database, transaction);
    this.companions =
        new Companions(new Db(new BusinessConnection(store, transaction).connection()));
  }

  private void step() throws SQLException {
    store.step(transaction);
  }

  @Override
  public List<Stored> stored(Collection<PostingId> ids) throws SQLException {
    step();
    List<Stored> found = new ArrayList<>();
    for (PostingId id : ids) {
      past.row(id)
          .map(Past::stored)
          .filter(_ -> store.plant() != Plant.DOUBLE_APPLY)
          .ifPresent(found::add);
    }
    return found;
  }

  @Override
  public PostResult again(Stored stored) throws SQLException {
    step();
    return past.again(stored);
  }

  @Override
  public Map<HoldId, AccountId> accountsOf(Collection<HoldId> holds) throws SQLException {
    step();
    Map<HoldId, AccountId> accounts = new HashMap<>();
    for (HoldId id : holds) {
      Key key = new Key.Hold(id.value());
      if (transaction.readNow(key) instanceof HoldState hold) {
        accounts.put(id, new AccountId(hold.account()));
      } else {
        transaction.sees(key, transaction.asOf());
      }
    }
    return accounts;
  }

  @Override
  public List<AccountId> accountsOf(PostingId posting) throws SQLException {
    step();
    List<AccountId> accounts = new ArrayList<>();
    for (Leg leg : past.legs(posting)) {
      accounts.add(leg.debit());
      accounts.add(leg.credit());
    }
    if (accounts.isEmpty()) {
      transaction.sees(new Key.Posting(posting.value()), transaction.asOf());
    }
    return accounts;
  }

  @Override
  public List<AccountState> accounts(Access access, long... numbers) throws SQLException {
    step();
    long asOf = transaction.asOf();
    List<AccountState> found = new ArrayList<>();
    for (long number : sorted(numbers)) {
      Key key = new Key.Account(number);
      if (transaction.read(key, asOf) instanceof StoredAccount seen) {
        found.add((access == Access.LOCK ? (StoredAccount) locked(key) : seen).state());
      } else {
        transaction.sees(key, asOf);
      }
    }
    return found;
  }

  @Override
  public List<AllowanceState> allowances(Access access, long... numbers) throws SQLException {
    step();
    long asOf = transaction.asOf();
    List<AllowanceState> found = new ArrayList<>();
    for (long number : sorted(numbers)) {
      Key key = new Key.Allowance(number);
      if (transaction.read(key, asOf) instanceof AllowanceState seen) {
        found.add(access == Access.LOCK ? (AllowanceState) locked(key) : seen);
      } else {
        transaction.sees(key, asOf);
      }
    }
    return found;
  }

  /** As it is once nobody else can change it. */
  private Object locked(Key key) throws SQLException {
    transaction.lock(key);
    return transaction.readNow(key);
  }

  @Override
  public List<HoldState> holds(Collection<HoldId> ids) throws SQLException {
    step();
    Map<HoldId, List<Used>> used = new HashMap<>();
    ids.forEach(id -> used.put(id, past.usedFor(id)));
    step();
    List<HoldState> found = new ArrayList<>();
    for (HoldId id : ids) {
      if (transaction.readNow(new Key.Hold(id.value())) instanceof HoldState hold) {
        found.add(with(used.get(id), hold));
      }
    }
    return found;
  }

  private HoldState with(List<Used> used, HoldState hold) {
    long captured = store.plant() == Plant.CAPTURE_BEYOND_HOLD ? 0 : hold.captured();
    return new HoldState(
        hold.id(),
        hold.account(),
        hold.amount(),
        captured,
        hold.released(),
        hold.version(),
        hold.expiresAt(),
        hold.ended(),
        hold.reference(),
        used);
  }

  /** The row first: what it says of steps can then be read, too. */
  @Override
  public Optional<PastPosting> past(PostingId id) throws SQLException {
    step();
    long asOf = transaction.asOf();
    Optional<Row> row = past.row(id);
    if (row.isEmpty()) {
      transaction.sees(new Key.Posting(id.value()), asOf);
      return Optional.empty();
    }
    long reversed = past.reversed(id);
    Optional<HoldId> hold = Past.capturedFrom(row.get());
    long ofHold = hold.map(this::amountOf).orElse(0L);
    step();
    List<Leg> legs = row.get().header().verb() == Verb.REVERSE ? List.of() : past.legs(id);
    if (legs.isEmpty()) {
      transaction.sees(new Key.Posting(id.value()), asOf);
    }
    step();
    List<Used> used = List.of();
    if (!legs.isEmpty()) {
      used = hold.isPresent() ? past.usedFor(hold.get()) : past.usedBy(id);
    }
    return Optional.of(
        Past.posting(
            row.get(), legs, reversed, used, hold.isPresent() ? ofHold : PastPosting.sum(legs)));
  }

  private long amountOf(HoldId id) {
    return transaction.readNow(new Key.Hold(id.value())) instanceof HoldState hold
        ? hold.amount()
        : 0;
  }

  @Override
  public void guard(List<Task> tasks) throws SQLException {
    companions.guard(tasks);
  }

  @Override
  public Object mark() throws SQLException {
    step();
    return transaction.mark();
  }

  @Override
  public void takeBack(Object mark) {
    transaction.takeBack((int) mark);
  }

  @Override
  public void write(List<Row> rows) throws SQLException {
    step();
    for (Row row : rows) {
      PostingId id = row.header().id();
      if (!database.periods.hasRoomFor(id)) {
        throw transaction.broken(new NoRoom());
      }
      if (store.plant() != Plant.DOUBLE_APPLY) {
        demandUnused(new Key.Posting(id.value()));
      }
      transaction.keep(row);
      transaction.write(new Key.Posting(id.value()), row);
    }
  }

  /** Waits for whoever is about to use it, too. */
  private void demandUnused(Key key) throws SQLException {
    boolean isMine = transaction.written().containsKey(key);
    transaction.lock(key);
    if (isMine || transaction.readNow(key) != null) {
      throw transaction.broken(new TakenMeanwhile());
    }
  }

  @Override
  public boolean store(AccountChanges changes) throws SQLException {
    step();
    int stored = 0;
    long asOf = transaction.asOf();
    for (int place : sortedByNumber(changes.columns(), changes.changed())) {
      long[] row = row(changes.columns(), place);
      stored += update(row, asOf) ? 1 : 0;
    }
    transaction.prove();
    if (stored != changes.changed()) {
      return false;
    }
    return changes.read() == 0 || unchanged(changes) == changes.read();
  }

  /** number, stored version, posted, held, sequence, version, time. */
  private boolean update(long[] row, long asOf) throws SQLException {
    Key key = new Key.Account(row[0]);
    boolean isGuarded = store.plant() != Plant.LOST_UPDATE;
    if (isGuarded && version(transaction.read(key, asOf)) != row[1]) {
      return false;
    }
    StoredAccount now = (StoredAccount) locked(key);
    if (isGuarded && now.version() != row[1]) {
      return false;
    }
    transaction.write(key, now.with(row[2], row[3], row[4], row[5], row[6]));
    return true;
  }

  private int unchanged(AccountChanges changes) throws SQLException {
    step();
    transaction.prove();
    int unchanged = 0;
    for (int i = 0; i < changes.read(); i++) {
      long[] row = row(changes.readColumns(), i);
      Object now = transaction.readNow(new Key.Account(row[0]));
      unchanged += version(now) == row[1] ? 1 : 0;
    }
    return unchanged;
  }

  private static long version(Object account) {
    return account == null ? -1 : ((StoredAccount) account).version();
  }

  private static long[] row(Object[] columns, int place) {
    return Arrays.stream(columns).mapToLong(column -> ((long[]) column)[place]).toArray();
  }

  private static List<Integer> sortedByNumber(Object[] columns, int rows) {
    long[] numbers = (long[]) columns[0];
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      places.add(i);
    }
    places.sort((one, other) -> Long.compare(numbers[one], numbers[other]));
    return places;
  }

  @Override
  public boolean store(AllowanceChanges changes) throws SQLException {
    for (int i = 0; i < changes.changed().size(); i++) {
      step();
      if (!update(changes.changed().get(i), changes.storedVersions().get(i))) {
        return false;
      }
    }
    if (changes.read().isEmpty()) {
      return true;
    }
    step();
    return changes.read().stream()
        .allMatch(
            read ->
                transaction.readNow(new Key.Allowance(read.number())) instanceof AllowanceState now
                    && now.version() == read.version());
  }

  private boolean update(AllowanceState changed, long storedVersion) throws SQLException {
    Key key = new Key.Allowance(changed.number());
    if (((AllowanceState) transaction.readNow(key)).version() != storedVersion) {
      return false;
    }
    AllowanceState now = (AllowanceState) locked(key);
    if (now.version() != storedVersion) {
      return false;
    }
    transaction.write(
        key,
        new AllowanceState(
            now.number(),
            now.unit(),
            now.cap(),
            now.window(),
            changed.zone(),
            changed.nextZone(),
            now.restored(),
            changed.windowStart(),
            changed.windowEnd(),
            changed.slots(),
            changed.version(),
            changed.touchedAt()));
    return true;
  }

  @Override
  public void store(HoldChanges changes) throws SQLException {
    step();
    for (HoldState made : changes.made()) {
      Key key = new Key.Hold(made.id().value());
      demandUnused(key);
      transaction.write(key, made);
    }
    step();
    for (HoldState changed : changes.changed()) {
      Key key = new Key.Hold(changed.id().value());
      transaction.lock(key);
      transaction.write(key, changed);
    }
  }

  @Override
  public void insert(List<Task> tasks) throws SQLException {
    companions.insert(tasks);
  }

  @Override
  public Optional<Account> account(AccountId id) throws SQLException {
    step();
    return Optional.ofNullable((StoredAccount) transaction.readNow(new Key.Account(id.number())))
        .map(StoredAccount::account);
  }

  @Override
  public Optional<StoredChange> stored(ChangeId id) throws SQLException {
    step();
    return Optional.ofNullable((StoredOrder) transaction.readNow(new Key.Change(id.value())))
        .map(StoredOrder::change);
  }

  @Override
  public void store(Account after, long version, long at) throws SQLException {
    step();
    Key key = new Key.Account(after.id().number());
    transaction.write(key, ((StoredAccount) locked(key)).as(after, version, at));
  }

  @Override
  public void keep(
      AccountOrder order, byte[] digest, long at, long version, Account before, Account after)
      throws SQLException {
    keep(order, digest, at, new AccountChange.Changed(order.id(), Micros.instant(at), after));
  }

  @Override
  public void refuse(AccountOrder order, byte[] digest, long at, AccountRefusal refusal)
      throws SQLException {
    keep(order, digest, at, new AccountChange.Refused(order.id(), refusal));
  }

  private void keep(AccountOrder order, byte[] digest, long at, AccountChange first)
      throws SQLException {
    step();
    Key key = new Key.Change(order.id().value());
    demandUnused(key);
    transaction.write(
        key, new StoredOrder(order, digest, at, database.loom.current().clock, first));
  }

  private static long[] sorted(long... numbers) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
