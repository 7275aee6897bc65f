package dev.qiao.ledger;

import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.IntSupplier;
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

  /** No such schema, table, column: the ledger is not there, or another version's. */
  private static final Set<String> OTHER_SHAPE = Set.of("3F000", "42P01", "42703", "42883");

  private Audit() {}

  /** How an audit has ended. */
  public sealed interface Outcome {
    /** Nothing differs. */
    record Clean() implements Outcome {}

    /** Something does. */
    record Different() implements Outcome {}

    /** The database holds no ledger, or one of another version. */
    record OtherShape() implements Outcome {}
  }

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
    System.exit(exit(address));
  }

  private static int exit(String address) {
    try {
      return switch (run(source(address), System.out)) {
        case Outcome.Clean _ -> CLEAN;
        case Outcome.Different _ -> DIFFERENT;
        case Outcome.OtherShape _ -> {
          System.err.println("audit: the database holds no ledger of this version");
          yield IMPOSSIBLE;
        }
      };
    } catch (IllegalArgumentException | IllegalStateException | LedgerUnavailable impossible) {
      // Not the cause's message: it may quote the address with its password.
      System.err.println("audit: the database cannot be read");
      return IMPOSSIBLE;
    }
  }

  /**
   * Prints a line for each difference, and one that sums up. Throws {@link LedgerUnavailable} when
   * the database does not answer.
   */
  public static Outcome run(DataSource source, PrintStream out) {
    return run(source, out, () -> 0);
  }

  /**
   * As {@link #run(DataSource, PrintStream)}, for a database that holds more than a ledger.
   *
   * @param beside audits the rest after the ledger, prints its own lines, and says how many
   *     differences it found: the last line counts them too
   */
  public static Outcome run(DataSource source, PrintStream out, IntSupplier beside) {
    AuditReport report;
    try {
      report = new Ledger(source, InstantSource.system()).audit();
    } catch (IllegalStateException refused) {
      if (refused.getCause() instanceof SQLException why
          && OTHER_SHAPE.contains(why.getSQLState())) {
        return new Outcome.OtherShape();
      }
      throw refused;
    }
    for (AuditReport.Difference difference : report.differences()) {
      out.printf(
          "difference: %s: %s is %d, its postings make %d%n",
          difference.subject(), difference.figure(), difference.actual(), difference.expected());
    }
    int others = beside.getAsInt();
    out.println(report.summary(others));
    return report.clean() && others == 0 ? new Outcome.Clean() : new Outcome.Different();
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
