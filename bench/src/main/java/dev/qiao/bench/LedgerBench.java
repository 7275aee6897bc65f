package dev.qiao.bench;

import dev.qiao.bench.Arguments.Asked;
import dev.qiao.bench.Options.YardstickChoice;
import dev.qiao.postgres.PostgresException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How many one-leg postings a second end Posted, durable, with every row and index written, beside
 * TPC-B on the same PostgreSQL.
 */
public final class LedgerBench {
  private static final int SOUND = 0;
  private static final int UNSOUND = 1;
  private static final int IMPOSSIBLE = 2;
  private static final String YARDSTICK = "bench_yardstick";

  /** Kept, because loggers that nobody holds forget their level. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("com.zaxxer.hikari"));

  private LedgerBench() {}

  /**
   * Ends with 0; with 1 when an audit has found a difference, something has failed, or, with {@code
   * --gates}, a gate is missed; and with 2 when it cannot be done at all.
   */
  public static void main(String... arguments) throws Exception {
    System.exit(run(System.out, System.err, arguments));
  }

  static int run(PrintStream out, PrintStream err, String... arguments) throws Exception {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    return switch (Arguments.read(arguments)) {
      case Asked.Mistaken(List<String> lines) -> {
        lines.forEach(line -> err.println("qiao: " + line));
        yield IMPOSSIBLE;
      }
      case Asked.Fit(Options options) -> measure(options, out, err);
    };
  }

  private static int measure(Options options, PrintStream out, PrintStream err) throws Exception {
    try (BenchServer server = BenchServer.start(options.data())) {
      List<String> off = server.notDurable();
      if (!off.isEmpty()) {
        err.println("qiao: " + String.join(", ", off) + " must be on: this measures durable work.");
        return IMPOSSIBLE;
      }
      Optional<Yardstick> yardstick = yardstick(options, server);
      if (yardstick.isEmpty() && options.yardstick() == YardstickChoice.PGBENCH) {
        err.println("qiao: pgbench is missing: install PostgreSQL's client programs.");
        return IMPOSSIBLE;
      }
      Setting setting = Setting.of(options, server, yardstick);
      setting.lines().forEach(out::println);
      Results results = new Bench(options, server, yardstick, out).run();
      return report(options, setting, results, out);
    } catch (PostgresException | Stored.Unfit refusal) {
      err.println("qiao: " + refusal.getMessage());
      return IMPOSSIBLE;
    }
  }

  private static int report(Options options, Setting setting, Results results, PrintStream out)
      throws Exception {
    Report.table(results).forEach(out::println);
    List<Gate> gates = Gate.of(results);
    gates.forEach(gate -> out.println(gate.line()));
    if (options.json().isPresent()) {
      Json.write(options.json().get(), setting, results, gates);
    }
    out.println(Report.closing(results));
    boolean missed = options.gates() && gates.stream().anyMatch(Gate::isMissed);
    return results.isSound() && !missed ? SOUND : UNSOUND;
  }

  private static Optional<Yardstick> yardstick(Options options, BenchServer server)
      throws SQLException {
    if (options.yardstick() == YardstickChoice.NONE) {
      return Optional.empty();
    }
    var address = server.admin().create(YARDSTICK);
    Optional<Yardstick> pgbench =
        options.pgbench().or(Pgbench::find).map(program -> new Pgbench(program, address));
    return switch (options.yardstick()) {
      case PGBENCH -> pgbench;
      case JDBC -> Optional.of(new JdbcTpcb(address));
      case AUTO -> pgbench.or(() -> Optional.of(new JdbcTpcb(address)));
      case NONE -> Optional.empty();
    };
  }
}
