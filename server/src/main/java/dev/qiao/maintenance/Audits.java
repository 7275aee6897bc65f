package dev.qiao.maintenance;

import dev.qiao.api.SealReport;
import dev.qiao.api.SealedTrail;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Recomputes a ledger from its postings and the seals of the audit trail, as the role that may
 * change neither, and says each difference in a line; the last line counts.
 */
record Audits(InstantSource clock, PrintStream out) {
  /** No such schema, table, column: the ledger is not there, or another version's. */
  private static final Set<String> OTHER_SHAPE = Set.of("3F000", "42P01", "42703", "42883");

  /**
   * Whether nothing differs.
   *
   * @param remembered the hash of a seal that has to be there
   */
  boolean isClean(DatabaseAddress address, Optional<String> remembered) {
    return isClean(new Login(address.url(), address.appUser(), address.appPassword()), remembered);
  }

  /**
   * Whether nothing differs.
   *
   * @throws StartRefused when the database cannot be audited
   */
  boolean isClean(Login app, Optional<String> remembered) {
    Verdict verdict = DatabaseCheck.check(app, EmbeddedPostgres.APP);
    if (!(verdict instanceof Verdict.Fit)) {
      throw new StartRefused(verdict.line());
    }
    PGSimpleDataSource source = source(app);
    AuditReport report = audit(source);
    for (Difference difference : report.differences()) {
      out.printf(
          "difference: %s: %s is %d, its postings make %d%n",
          difference.subject(), difference.figure(), difference.actual(), difference.expected());
    }
    SealReport trail = trail(source, remembered);
    for (SealReport.Broken broken : trail.broken()) {
      out.printf("difference: audit trail: %s %s%n", broken.subject(), broken.what());
    }
    out.println(trail.summary());
    out.println(whole(report, trail).summary());
    return report.clean() && trail.broken().isEmpty();
  }

  /** A seal that does not hold counts like an account that does not. */
  private static AuditReport whole(AuditReport report, SealReport trail) {
    List<Difference> all = new ArrayList<>(report.differences());
    trail
        .broken()
        .forEach(broken -> all.add(new Difference(broken.subject(), broken.what(), 0, 0)));
    return new AuditReport(report.accounts(), report.postings(), all);
  }

  private static PGSimpleDataSource source(Login app) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(app.url());
    source.setUser(app.user());
    source.setPassword(app.password());
    source.setApplicationName("qiao-audit");
    return source;
  }

  private AuditReport audit(DataSource source) {
    try {
      return new Ledger(source, clock).audit();
    } catch (IllegalStateException refused) {
      if (refused.getCause() instanceof SQLException why && isOtherShape(why)) {
        throw otherVersion(refused);
      }
      throw refused;
    }
  }

  private static SealReport trail(DataSource source, Optional<String> remembered) {
    try {
      return new SealedTrail(source).check(remembered);
    } catch (SQLException refused) {
      if (isOtherShape(refused)) {
        throw otherVersion(refused);
      }
      throw new IllegalStateException("The audit trail cannot be read", refused);
    }
  }

  private static boolean isOtherShape(SQLException why) {
    return OTHER_SHAPE.contains(why.getSQLState());
  }

  private static StartRefused otherVersion(Exception refused) {
    return new StartRefused(
        "The database holds no ledger of this version: start this Qiao on it once, or audit"
            + " with the Qiao that wrote it.",
        refused);
  }
}
