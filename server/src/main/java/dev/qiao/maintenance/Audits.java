package dev.qiao.maintenance;

import dev.qiao.database.StartRefused;
import dev.qiao.ledger.Audit;
import dev.qiao.ledger.Audit.Outcome;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.postgres.DatabaseCheck;
import dev.qiao.postgres.DatabaseCheck.Verdict;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.PrintStream;
import org.postgresql.ds.PGSimpleDataSource;

/** Audits a database from the command line, as the role that may change no posting. */
record Audits(PrintStream out) {

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
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(app.url());
    source.setUser(app.user());
    source.setPassword(app.password());
    source.setApplicationName("qiao-audit");
    return switch (Audit.run(source, out)) {
      case Outcome.Clean _ -> true;
      case Outcome.Different _ -> false;
      case Outcome.OtherShape _ ->
          throw new StartRefused(
              "The database holds no ledger of this version: start this Qiao on it once, or audit"
                  + " with the Qiao that wrote it.");
    };
  }
}
