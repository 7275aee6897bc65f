package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.ChainCheck.Account;
import dev.qiao.ledger.ChainCheck.Finding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

/** Recomputes everything at once, as of one moment, with the statements of the self-audit. */
record AuditTables(Db db, Bounds bounds) {

  /** How much is kept in memory or joined at once. */
  record Bounds(int accounts, int objects, int postings) {
    static final Bounds USUAL = new Bounds(500_000, 20_000, 1_000_000);
  }

  AuditTables(Db db) {
    this(db, Bounds.USUAL);
  }

  /** Plans are made for what is asked for now: of large tables the usual ones are slow. */
  AuditReport audit() throws SQLException {
    db.run("set local plan_cache_mode = force_custom_plan");
    db.run("set local jit = off");
    List<Difference> differences = new ArrayList<>(accounts());
    AuditHoldTables holds = new AuditHoldTables(db);
    List<UUID> ids = holds.next(AuditPlace.FIRST_ID, bounds.objects());
    while (!ids.isEmpty()) {
      differences.addAll(holds.differences(ids));
      ids = holds.next(ids.getLast(), bounds.objects());
    }
    differences.addAll(holds.accounts());
    AuditAllowanceTables allowances = new AuditAllowanceTables(db);
    List<Long> numbers = allowances.next(Long.MIN_VALUE, bounds.objects());
    while (!numbers.isEmpty()) {
      differences.addAll(allowances.differences(numbers));
      numbers = allowances.next(numbers.getLast(), bounds.objects());
    }
    differences.addAll(postings());
    differences.addAll(units());
    return new AuditReport(
        count("select count(*) from ledger.account"),
        count("select count(*) from ledger.command"),
        differences);
  }

  /** All changes are read once for so many accounts; only of what is broken in order. */
  private List<Difference> accounts() throws SQLException {
    ChainTables chains = new ChainTables(db);
    ChainCheck check = ChainCheck.fromTheFirst();
    Set<Long> unexplained = new TreeSet<>();
    List<Difference> differences = new ArrayList<>();
    List<Account> accounts = chains.accounts(Long.MIN_VALUE, bounds.accounts());
    while (!accounts.isEmpty()) {
      ChainProof proof = ChainProof.ofStanding();
      accounts.forEach(proof::account);
      long last = accounts.getLast().number();
      chains.readUnsorted(proof, accounts.getFirst().number(), last);
      long[] broken = proof.broken();
      if (broken.length > 0) {
        chains.readWhole(check, broken);
        LongStream.of(broken).forEach(unexplained::add);
      }
      long[] numbers = accounts.stream().mapToLong(Account::number).toArray();
      differences.addAll(new AuditAccountTables(db).differences(numbers));
      accounts = chains.accounts(last, bounds.accounts());
    }
    check.finish();
    check.findings().forEach(finding -> unexplained.remove(finding.account()));
    List<Finding> findings = new ArrayList<>(check.findings());
    // What only one of the two ways to read changes has seen.
    unexplained.forEach(number -> findings.add(Finding.unexplained(number)));
    differences.addAll(0, chains.named(findings));
    return differences;
  }

  /** In ranges that are joined in memory; the last reaches to the end of all ids. */
  private List<Difference> postings() throws SQLException {
    AuditPostingTables postings = new AuditPostingTables(db);
    List<Difference> differences = new ArrayList<>();
    UUID after = AuditPlace.FIRST_ID;
    Optional<UUID> end = postings.end(after, AuditPlace.LAST_ID, bounds.postings());
    while (end.isPresent()) {
      differences.addAll(postings.differences(after, end.get()));
      after = end.get();
      end = postings.end(after, AuditPlace.LAST_ID, bounds.postings());
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
        clamped(row.getBigDecimal("expected")),
        clamped(row.getBigDecimal("actual")));
  }

  /** A sum of damaged figures may be no long: it differs all the same. */
  private static long clamped(BigDecimal figure) {
    return figure
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .max(BigDecimal.valueOf(Long.MIN_VALUE))
        .longValue();
  }
}
