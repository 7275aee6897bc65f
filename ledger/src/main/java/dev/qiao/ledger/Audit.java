package dev.qiao.ledger;

import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Recomputes a ledger from its postings, read-only, and says what differs, a line each. The last
 * line sums up, such as {@code audit: 100000 accounts, 5000000 postings, 0 differences}.
 */
public final class Audit {
  private static final int CLEAN = 0;
  private static final int DIFFERENT = 1;
  private static final int IMPOSSIBLE = 2;

  private Audit() {}

  /**
   * Audits the database of the first argument, or of {@code QIAO_DATABASE_URL}: {@code
   * postgresql://user:password@host:port/name}, or the same as a JDBC address. Ends with 0 when all
   * is right, 1 when something differs, and 2 when the database cannot be read.
   */
  public static void main(String... arguments) {
    String address = arguments.length > 0 ? arguments[0] : System.getenv("QIAO_DATABASE_URL");
    if (address == null || arguments.length > 1) {
      System.err.println("audit: needs the address of a database, or QIAO_DATABASE_URL");
      System.exit(IMPOSSIBLE);
    }
    try {
      System.exit(run(source(address), System.out));
    } catch (IllegalArgumentException | IllegalStateException | LedgerUnavailable impossible) {
      // Not the cause's message: it may quote the address with its password.
      System.err.println("audit: the database cannot be read");
      System.exit(IMPOSSIBLE);
    }
  }

  /** Prints what differs, and says how the program should end. */
  public static int run(DataSource source, PrintStream out) {
    AuditReport report = new Ledger(source, InstantSource.system()).audit();
    for (AuditReport.Difference difference : report.differences()) {
      out.printf(
          "%s: %s should be %d and is %d%n",
          difference.subject(), difference.figure(), difference.expected(), difference.actual());
    }
    out.println(report.summary());
    return report.clean() ? CLEAN : DIFFERENT;
  }

  private static DataSource source(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    if (address.startsWith("jdbc:")) {
      source.setUrl(address);
      return source;
    }
    URI uri = URI.create(address);
    source.setUrl(
        "jdbc:postgresql://"
            + uri.getHost()
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + uri.getPath()
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    if (uri.getUserInfo() != null) {
      String[] login = uri.getUserInfo().split(":", 2);
      source.setUser(login[0]);
      source.setPassword(login.length == 2 ? login[1] : null);
    }
    return source;
  }
}
