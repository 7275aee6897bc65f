package dev.qiao.ledger;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.util.PGobject;

/**
 * A connection with the few verbs that the tables need. Parameters as {@link Companion} lists them,
 * and long[].
 */
record Db(Connection connection) {

  /** Makes a value of the current row. */
  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> values = new ArrayList<>();
      while (rows.next()) {
        values.add(mapper.map(rows));
      }
      return values;
    }
  }

  /** Takes a row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Reads rows without keeping them, so many at a time. */
  void each(String sql, int atOnce, RowReader reader, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.setFetchSize(atOnce);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  <T> Optional<T> find(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
    return list(sql, mapper, parameters).stream().findFirst();
  }

  /** Runs a statement and says how many rows it touched. */
  int run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.execute() ? rowsOf(statement) : statement.getUpdateCount();
    }
  }

  /**
   * Runs a statement once for each row of parameters, in one round trip, and says how many rows
   * each touched.
   */
  int[] runEach(String sql, List<Object[]> parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : parameters) {
        bind(statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    } catch (BatchUpdateException failed) {
      throw failed.getCause() instanceof SQLException cause ? cause : failed;
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static int rowsOf(PreparedStatement statement) throws SQLException {
    try (ResultSet rows =
        statement.getResultSet()) { // A statement with "returning", or a function call.
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, parameters);
      return statement;
    } catch (SQLException | RuntimeException broken) {
      statement.close();
      throw broken;
    }
  }

  private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
  }

  private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Instant instant ->
          statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
      case Json(String text) -> statement.setObject(index, jsonb(text));
      case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
      case UUID[] uuids -> statement.setArray(index, connection.createArrayOf("uuid", uuids));
      case long[] numbers ->
          statement.setArray(index, pg().createArrayOf("int8", numbers)); // Sent as bytes.
      case byte[] bytes -> statement.setBytes(index, bytes);
      case String _, Integer _, Long _, Short _, Boolean _, UUID _ ->
          statement.setObject(index, value);
      default -> throw notAParameter(value);
    }
  }

  /** Throws IllegalArgumentException for what {@link #bind} does not know. */
  static void requireParameter(Object value) {
    switch (value) {
      case null -> {}
      case Instant _, Json _, String[] _, UUID[] _, long[] _, byte[] _ -> {}
      case String _, Integer _, Long _, Short _, Boolean _, UUID _ -> {}
      default -> throw notAParameter(value);
    }
  }

  private static IllegalArgumentException notAParameter(Object value) {
    return new IllegalArgumentException("Not a parameter type: " + value.getClass().getName());
  }

  private PGConnection pg() throws SQLException {
    return connection.unwrap(PGConnection.class);
  }

  private static PGobject jsonb(String text) throws SQLException {
    PGobject value = new PGobject();
    value.setType("jsonb");
    value.setValue(text);
    return value;
  }
}
