package dev.qiao.ledger;

import dev.qiao.ledger.AccountOrderTables.StoredChange;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transaction of a PostgreSQL database. */
record SqlSession(Db db) implements Session {

  @Override
  public List<Stored> stored(Collection<PostingId> ids) throws SQLException {
    return new PostingTables(db).find(ids);
  }

  @Override
  public PostResult again(Stored stored) throws SQLException {
    return new PostingTables(db).again(stored);
  }

  @Override
  public Map<HoldId, AccountId> accountsOf(Collection<HoldId> holds) throws SQLException {
    return new HoldTables(db).accountsOf(holds);
  }

  @Override
  public List<AccountId> accountsOf(PostingId posting) throws SQLException {
    return new PostingTables(db).accountsOf(posting);
  }

  @Override
  public List<AccountState> accounts(Access access, long... numbers) throws SQLException {
    AccountTables tables = new AccountTables(db);
    return switch (access) {
      case READ -> tables.states(numbers);
      case LOCK -> tables.lock(numbers);
    };
  }

  @Override
  public List<AllowanceState> allowances(Access access, long... numbers) throws SQLException {
    AllowanceTables tables = new AllowanceTables(db);
    List<AllowanceTables.Stored> found =
        switch (access) {
          case READ -> tables.find(numbers);
          case LOCK -> tables.lock(numbers);
        };
    return found.stream().map(AllowanceTables.Stored::state).toList();
  }

  @Override
  public List<HoldState> holds(Collection<HoldId> ids) throws SQLException {
    return new HoldTables(db).states(ids);
  }

  @Override
  public Optional<PastPosting> past(PostingId id) throws SQLException {
    return new PostingTables(db).past(id);
  }

  @Override
  public void guard(List<Task> tasks) throws SQLException {
    new Companions(db).guard(tasks);
  }

  @Override
  public Object mark() throws SQLException {
    return db.connection().setSavepoint();
  }

  @Override
  public void takeBack(Object mark) throws SQLException {
    db.connection().rollback((Savepoint) mark);
  }

  @Override
  public void write(List<Row> rows) throws SQLException {
    try {
      PostingRows.of(rows).send(db.connection());
    } catch (SQLException failed) {
      throw translated(failed);
    }
  }

  private static SQLException translated(SQLException failed) {
    if (SqlStates.isDuplicate(failed)) {
      throw new TakenMeanwhile();
    }
    if (SqlStates.isWithoutRoom(failed)) {
      throw new NoRoom();
    }
    return failed;
  }

  @Override
  public boolean store(AccountChanges changes) throws SQLException {
    return new AccountTables(db).store(changes);
  }

  @Override
  public boolean store(AllowanceChanges changes) throws SQLException {
    return new AllowanceTables(db).store(changes);
  }

  @Override
  public void store(HoldChanges changes) throws SQLException {
    try {
      new HoldTables(db).store(changes);
    } catch (SQLException failed) {
      throw translated(failed);
    }
  }

  @Override
  public void insert(List<Task> tasks) throws SQLException {
    new Companions(db).insert(tasks);
  }

  @Override
  public Optional<Account> account(AccountId id) throws SQLException {
    return new AccountTables(db).find(id);
  }

  @Override
  public Optional<StoredChange> stored(ChangeId id) throws SQLException {
    return new AccountOrderTables(db).find(id);
  }

  @Override
  public void store(Account after, long version, long at) throws SQLException {
    new AccountOrderTables(db).update(after, version, at);
  }

  @Override
  public void keep(
      AccountOrder order, byte[] digest, long at, long version, Account before, Account after)
      throws SQLException {
    new AccountOrderTables(db).insertDone(order, digest, at, version, before, after);
  }

  @Override
  public void refuse(AccountOrder order, byte[] digest, long at, AccountRefusal refusal)
      throws SQLException {
    new AccountOrderTables(db).insertRefused(order, digest, at, refusal);
  }
}
