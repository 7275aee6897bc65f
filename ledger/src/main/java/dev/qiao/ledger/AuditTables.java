package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recomputes everything at once, as of one moment, with the statements of the self-audit. */
record AuditTables(Db db) {
  private static final int OBJECTS_AT_ONCE = 20_000;
  private static final int POSTINGS_AT_ONCE = 1_000_000;

  /** Plans are made for what is asked for now: of large tables the usual ones are slow. */
  AuditReport audit() throws SQLException {
    db.run("set local plan_cache_mode = force_custom_plan");
    db.run("set local jit = off");
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
    differences.addAll(postings());
    differences.addAll(units());
    return new AuditReport(
        count("select count(*) from ledger.account"),
        count("select count(*) from ledger.command"),
        differences);
  }

  /** In ranges that are joined in memory; the last reaches to the end of all ids. */
  private List<Difference> postings() throws SQLException {
    AuditPostingTables postings = new AuditPostingTables(db);
    List<Difference> differences = new ArrayList<>();
    UUID after = AuditPlace.FIRST_ID;
    Optional<UUID> end = postings.end(after, POSTINGS_AT_ONCE);
    while (end.isPresent()) {
      differences.addAll(postings.differences(after, end.get()));
      after = end.get();
      end = postings.end(after, POSTINGS_AT_ONCE);
    }
    differences.addAll(postings.differences(after, AuditPlace.LAST_ID));
    return differences;
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
