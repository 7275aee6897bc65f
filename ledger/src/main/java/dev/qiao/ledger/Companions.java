package dev.qiao.ledger;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs the companions of many commands: the first of each, then the second of each, those of the
 * same text together in one round trip.
 */
record Companions(Db db) {

  /** Runs guards until one misses. */
  void guard(List<Task> tasks) throws SQLException {
    for (int place = 0; ; place++) {
      Map<String, List<Task>> groups = groups(tasks, place, task -> task.guards);
      if (groups.isEmpty()) {
        return;
      }
      for (var group : groups.entrySet()) {
        int[] rows = run(group.getKey(), parameters(group.getValue(), place, task -> task.guards));
        for (int i = 0; i < rows.length; i++) {
          if (rows[i] == Statement.SUCCESS_NO_INFO) {
            // Everything is tried again, in the end each command by itself: then they are told.
            throw new IllegalStateException(
                "The driver does not tell how many rows a guard has hit: reWriteBatchedInserts is on");
          }
          Task task = group.getValue().get(i);
          task.rowsGuarded += rows[i];
          task.guardMissed = rows[i] != 1;
        }
      }
    }
  }

  void insert(List<Task> tasks) throws SQLException {
    for (int place = 0; ; place++) {
      Map<String, List<Task>> groups = groups(tasks, place, task -> task.inserts);
      if (groups.isEmpty()) {
        return;
      }
      for (var group : groups.entrySet()) {
        run(group.getKey(), parameters(group.getValue(), place, task -> task.inserts));
      }
    }
  }

  private int[] run(String sql, List<Object[]> parameters) throws SQLException {
    try {
      if (parameters.size() > 1 && !returnsRows(sql)) {
        return db.runEach(sql, parameters);
      }
      int[] rows = new int[parameters.size()];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = db.run(sql, parameters.get(i));
      }
      return rows;
    } catch (SQLException failed) {
      if (SqlStates.isRejection(failed)) {
        throw new CompanionRejected(failed);
      }
      throw failed;
    }
  }

  private static Map<String, List<Task>> groups(
      List<Task> tasks, int place, Function<Task, List<? extends Companion>> companions) {
    Map<String, List<Task>> groups = new LinkedHashMap<>();
    for (Task task : tasks) {
      if (!task.guardMissed && place < companions.apply(task).size()) {
        String sql = companions.apply(task).get(place).sql();
        groups.computeIfAbsent(sql, _ -> new ArrayList<>()).add(task);
      }
    }
    return groups;
  }

  private static List<Object[]> parameters(
      List<Task> tasks, int place, Function<Task, List<? extends Companion>> companions) {
    return tasks.stream()
        .map(task -> companions.apply(task).get(place).parameters().toArray())
        .toList();
  }

  /** The driver takes no rows from statements that it sends together. */
  private static boolean returnsRows(String sql) {
    String text = sql.strip().toLowerCase(Locale.ROOT);
    return !(text.startsWith("insert") || text.startsWith("update") || text.startsWith("delete"))
        || text.contains("returning");
  }
}
