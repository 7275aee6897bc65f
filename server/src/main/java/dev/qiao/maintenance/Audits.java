package dev.qiao.maintenance;

import dev.qiao.api.SealReport;
import dev.qiao.api.SealedTrail;
import dev.qiao.database.StartRefused;
import dev.qiao.ledger.Audit;
import dev.qiao.ledger.Audit.Outcome;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.postgres.DatabaseCheck;
import dev.qiao.postgres.DatabaseCheck.Verdict;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Audits a database from the command line, the ledger and the seals of the audit trail, as the role
 * that may change neither. The last line counts both.
 */
record Audits(PrintStream out) {
  /** No such schema, table, column: the trail is not there, or another version's. */
  private static final Set<String> OTHER_SHAPE = Set.of("3F000", "42P01", "42703");

  private static final String OTHER_VERSION =
      "The database holds no ledger of this version: start this Qiao on it once, or audit"
          + " with the Qiao that wrote it.";

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
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(app.url());
    source.setUser(app.user());
    source.setPassword(app.password());
    source.setApplicationName("qiao-audit");
    return switch (Audit.run(source, out, () -> brokenSeals(source, remembered))) {
      case Outcome.Clean _ -> true;
      case Outcome.Different _ -> false;
      case Outcome.OtherShape _ -> throw new StartRefused(OTHER_VERSION);
    };
  }

  private int brokenSeals(DataSource source, Optional<String> remembered) {
    SealReport trail;
    try {
      trail = new SealedTrail(source).check(remembered);
    } catch (SQLException refused) {
      if (OTHER_SHAPE.contains(refused.getSQLState())) {
        throw new StartRefused(OTHER_VERSION, refused);
      }
      throw new IllegalStateException("The audit trail cannot be read", refused);
    }
    for (SealReport.Broken broken : trail.broken()) {
      out.printf("difference: audit trail: %s %s%n", broken.subject(), broken.what());
    }
    out.println(trail.summary());
    return trail.broken().size();
  }
}
