package dev.qiao.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A source of connections that keeps the plan of every query that runs on them. */
final class Plans {
  private static final Pattern ROWS = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");
  private static final Pattern SCANNED =
      Pattern.compile("Seq Scan on ((?:posting|leg|hold_change|allowance_use)\\S*)");

  private record Call(Method method, Object[] arguments) {}

  private final List<String> lines = new ArrayList<>();

  DataSource on(DataSource source) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object made = invoke(source, method, arguments);
          return made instanceof Connection connection ? watched(connection) : made;
        });
  }

  String text() {
    return String.join("\n", lines);
  }

  void clear() {
    lines.clear();
  }

  /** The stored commands that were read from end to end. */
  List<String> scanned() {
    return SCANNED.matcher(text()).results().map(found -> found.group(1)).toList();
  }

  /** The most rows that any step of a plan has seen. */
  long mostRows() {
    Matcher matcher = ROWS.matcher(text());
    double most = 0;
    while (matcher.find()) {
      most =
          Math.max(most, Double.parseDouble(matcher.group(1)) * Long.parseLong(matcher.group(2)));
    }
    return Math.round(most);
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object made = invoke(connection, method, arguments);
          return made instanceof PreparedStatement statement
              ? watched(connection, (String) arguments[0], statement)
              : made;
        });
  }

  private PreparedStatement watched(
      Connection connection, String sql, PreparedStatement statement) {
    List<Call> parameters = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set")) {
            parameters.add(new Call(method, arguments));
          }
          if (method.getName().equals("executeQuery")) {
            explain(connection, sql, parameters);
          }
          return invoke(statement, method, arguments);
        });
  }

  private void explain(Connection connection, String sql, List<Call> parameters) throws Throwable {
    try (PreparedStatement explain =
        connection.prepareStatement(
            "explain (analyze, costs off, timing off, summary off) " + sql)) {
      for (Call call : parameters) {
        invoke(explain, call.method, call.arguments);
      }
      try (ResultSet plan = explain.executeQuery()) {
        while (plan.next()) {
          lines.add(plan.getString(1));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  @FunctionalInterface
  private interface Answer {
    Object to(Method method, Object... arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> answer.to(method, arguments)));
  }

  private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
