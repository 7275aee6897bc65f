package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Recomputes everything at once, as of one moment, with the statements of the self-audit. */
record AuditTables(Db db) {
  private static final int OBJECTS_AT_ONCE = 20_000;

  AuditReport audit() throws SQLException {
    ChainTables chains = new ChainTables(db);
    ChainCheck check = ChainCheck.fromTheFirst();
    chains.readAll(check);
    check.finish();
    List<Difference> differences = new ArrayList<>(chains.named(check.findings()));
    AuditHoldTables holds = new AuditHoldTables(db);
    List<UUID> ids = holds.next(AuditPlace.FIRST_ID, OBJECTS_AT_ONCE);
    while (!ids.isEmpty()) {
      differences.addAll(holds.differences(ids));
      ids = holds.next(ids.getLast(), OBJECTS_AT_ONCE);
    }
    differences.addAll(holds.accounts());
    AuditAllowanceTables allowances = new AuditAllowanceTables(db);
    List<Long> numbers = allowances.next(Long.MIN_VALUE, OBJECTS_AT_ONCE);
    while (!numbers.isEmpty()) {
      differences.addAll(allowances.differences(numbers));
      numbers = allowances.next(numbers.getLast(), OBJECTS_AT_ONCE);
    }
    differences.addAll(
        new AuditPostingTables(db).differences(AuditPlace.FIRST_ID, AuditPlace.LAST_ID));
    differences.addAll(units());
    return new AuditReport(
        count("select count(*) from ledger.account"),
        count("select count(*) from ledger.command"),
        differences);
  }

  /** All balances of a unit add up to zero. */
  List<Difference> units() throws SQLException {
    return db.list(
        """
        select 'unit ' || unit as subject, 'sum of posted' as figure, 0 as expected, sum(posted) as actual
        from ledger.account
        group by unit, exponent
        having sum(posted) <> 0
        order by unit
        """,
        AuditTables::difference);
  }

  private long count(String sql) throws SQLException {
    return db.find(sql, row -> row.getLong(1)).orElseThrow();
  }

  static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        row.getString("subject"),
        row.getString("figure"),
        row.getLong("expected"),
        row.getLong("actual"));
  }
}
