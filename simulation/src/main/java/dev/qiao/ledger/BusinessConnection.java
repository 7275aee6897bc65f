package dev.qiao.ledger;

import dev.qiao.model.Key;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A connection that knows the few statements by which business rows travel with commands: enough
 * for the ledger's own {@link Companions} to run on it.
 */
final class BusinessConnection {
  /** Takes a row from one state to another. */
  static final String TAKE = "update shop.payment set state = ? where id = ? and state = ?";

  /** The same for rows of another table, which comes second. */
  static final String TAKE_NEXT = "update shop.voucher set state = ? where id = ? and state = ?";

  /** Puts a row where there is none. */
  static final String INSERT = "insert into shop.event (id) values (?)";

  /** Puts one that the database finds fault with when it commits. */
  static final String INSERT_DEFERRED = "insert into shop.deferred (id) values (?)";

  /** Never works. */
  static final String INSERT_WRONG = "insert into shop.wrong (id) values (?)";

  private final SimulatedStore store;
  private final OpenTransaction transaction;

  BusinessConnection(SimulatedStore store, OpenTransaction transaction) {
    this.store = store;
    this.transaction = transaction;
  }

  Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            BusinessConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("prepareStatement")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return statement((String) arguments[0]);
            });
  }

  private PreparedStatement statement(String sql) {
    Prepared prepared = new Prepared(sql);
    return (PreparedStatement)
        Proxy.newProxyInstance(
            BusinessConnection.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "setObject" -> prepared.bind((int) arguments[0], (String) arguments[1]);
                  case "addBatch" -> prepared.add();
                  case "executeBatch" -> prepared.runAll();
                  case "execute" -> prepared.run();
                  case "getUpdateCount" -> prepared.rows;
                  case "close" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private final class Prepared {
    private final String sql;
    private final List<List<String>> batch = new ArrayList<>();
    private TreeMap<Integer, String> bound = new TreeMap<>();
    private int rows;

    Prepared(String sql) {
      this.sql = sql;
    }

    Object bind(int index, String value) {
      bound.put(index, value);
      return null;
    }

    Object add() {
      batch.add(List.copyOf(bound.values()));
      bound = new TreeMap<>();
      return null;
    }

    boolean run() throws SQLException {
      store.step(transaction);
      rows = one(List.copyOf(bound.values()));
      return false;
    }

    int[] runAll() throws SQLException {
      store.step(transaction);
      int[] counts = new int[batch.size()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = one(batch.get(i));
      }
      return counts;
    }

    private int one(List<String> values) throws SQLException {
      return switch (sql) {
        case TAKE, TAKE_NEXT -> take(values.get(1), values.get(2), values.get(0));
        case INSERT -> insert(values.getFirst());
        case INSERT_DEFERRED -> {
          transaction.rejectAtCommit("23503");
          yield 1;
        }
        default -> throw transaction.broken(new SQLException("No such table", "42P01"));
      };
    }
  }

  /** What it saw counts, also when the change is taken back and others may change the row then. */
  private int take(String row, String from, String to) throws SQLException {
    Key key = new Key.Business(row);
    if (from.equals(transaction.readNow(key))) {
      transaction.lock(key);
    }
    boolean isSo = from.equals(transaction.readNow(key));
    transaction.sees(key, store.commits());
    if (isSo) {
      transaction.write(key, to);
    }
    return isSo ? 1 : 0;
  }

  private int insert(String row) throws SQLException {
    Key key = new Key.Business(row);
    transaction.lock(key);
    if (transaction.readNow(key) != null) {
      throw transaction.broken(new SQLException("Duplicate", "23505"));
    }
    transaction.write(key, "inserted");
    return 1;
  }
}
