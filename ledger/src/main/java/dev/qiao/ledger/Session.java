package dev.qiao.ledger;

import dev.qiao.ledger.AccountOrderTables.StoredChange;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An open transaction, with the few verbs that deciding and writing need. Reads see what is
 * committed, and what this transaction itself has written.
 */
interface Session {
  /** Whether what is read stays locked until the end. */
  enum Access {
    READ,
    LOCK
  }

  /** What was stored for those of these ids that have been used. */
  List<Stored> stored(Collection<PostingId> ids) throws SQLException;

  /** The first answer to a command, rebuilt from what was stored. */
  PostResult again(Stored stored) throws SQLException;

  /** The accounts behind these holds; they never change. */
  Map<HoldId, AccountId> accountsOf(Collection<HoldId> holds) throws SQLException;

  /** The accounts that a posting's legs touch, in every case in which it can be reversed. */
  List<AccountId> accountsOf(PostingId posting) throws SQLException;

  /** In no order; locked by number, lowest first. Those that do not exist are left out. */
  List<AccountState> accounts(Access access, long... numbers) throws SQLException;

  /** In no order; locked by number, lowest first. Those that do not exist are left out. */
  List<AllowanceState> allowances(Access access, long... numbers) throws SQLException;

  /** Without a lock: whoever changes a hold changes its account, and so the account's version. */
  List<HoldState> holds(Collection<HoldId> ids) throws SQLException;

  /** Without a lock: whoever reverses a posting changes its accounts, and so their versions. */
  Optional<PastPosting> past(PostingId id) throws SQLException;

  /** Runs the guards, and notes on each task what they have found. */
  void guard(List<Task> tasks) throws SQLException;

  /** A point to which {@link #takeBack} goes back. */
  Object mark() throws SQLException;

  void takeBack(Object mark) throws SQLException;

  /**
   * Writes what was decided; throws {@link TakenMeanwhile} when an id is taken, and {@link NoRoom}
   * when one needs {@link Store#makeRoom}.
   */
  void write(List<Row> rows) throws SQLException;

  /**
   * Stores the changed accounts, lowest number first, where the database still has the version that
   * was known of each; says whether it had it of all of them, those that were only read included.
   */
  boolean store(AccountChanges changes) throws SQLException;

  /** Stores allowances as {@link #store(AccountChanges)} stores accounts. */
  boolean store(AllowanceChanges changes) throws SQLException;

  /** Stores holds; throws {@link TakenMeanwhile} when the id of a new one is taken. */
  void store(HoldChanges changes) throws SQLException;

  /** Runs the inserts; throws {@link CompanionRejected} when the database rejects one. */
  void insert(List<Task> tasks) throws SQLException;

  /** The account with its terms. */
  Optional<Account> account(AccountId id) throws SQLException;

  /** What was stored for the id of an order. */
  Optional<StoredChange> stored(ChangeId id) throws SQLException;

  /** Stores the state and the limits of a locked account. */
  void store(Account after, long version, long at) throws SQLException;

  /** Keeps an order that was done; throws {@link TakenMeanwhile} when its id is taken. */
  void keep(AccountOrder order, byte[] digest, long at, long version, Account before, Account after)
      throws SQLException;

  /** Keeps an order that was refused; throws {@link TakenMeanwhile} when its id is taken. */
  void refuse(AccountOrder order, byte[] digest, long at, AccountRefusal refusal)
      throws SQLException;
}
