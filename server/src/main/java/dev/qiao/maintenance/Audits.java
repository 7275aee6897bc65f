package dev.qiao.maintenance;

import dev.qiao.database.StartRefused;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.Ledger;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.postgres.DatabaseCheck;
import dev.qiao.postgres.DatabaseCheck.Verdict;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Recomputes a ledger from its postings, as the role that may change none of them, and says each
 * difference in a line; the last line counts.
 */
record Audits(InstantSource clock, PrintStream out) {
  /** No such schema, table, column: the ledger is not there, or another version's. */
  private static final Set<String> OTHER_SHAPE = Set.of("3F000", "42P01", "42703", "42883");

  /** Whether nothing differs. */
  boolean isClean(DatabaseAddress address) {
    return isClean(new Login(address.url(), address.appUser(), address.appPassword()));
  }

  /**
   * Whether nothing differs.
   *
   * @throws StartRefused when the database cannot be audited
   */
  boolean isClean(Login app) {
    Verdict verdict = DatabaseCheck.check(app, EmbeddedPostgres.APP);
    if (!(verdict instanceof Verdict.Fit)) {
      throw new StartRefused(verdict.line());
    }
    AuditReport report = audit(app);
    for (Difference difference : report.differences()) {
      out.printf(
          "difference: %s: %s is %d, its postings make %d%n",
          difference.subject(), difference.figure(), difference.actual(), difference.expected());
    }
    out.println(report.summary());
    return report.clean();
  }

  private AuditReport audit(Login app) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(app.url());
    source.setUser(app.user());
    source.setPassword(app.password());
    source.setApplicationName("qiao-audit");
    try {
      return new Ledger(source, clock).audit();
    } catch (IllegalStateException refused) {
      if (refused.getCause() instanceof SQLException why
          && OTHER_SHAPE.contains(why.getSQLState())) {
        throw new StartRefused(
            "The database holds no ledger of this version: start this Qiao on it once, or audit"
                + " with the Qiao that wrote it.",
            refused);
      }
      throw refused;
    }
  }
}
