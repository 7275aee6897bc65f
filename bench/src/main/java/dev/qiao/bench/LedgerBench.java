package dev.qiao.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AllowanceId;
import dev.qiao.ledger.AllowanceTerms;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.LedgerMigrations;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Window;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How many one-leg postings a second end Posted, durable, with every row and index written, beside
 * pgbench's TPC-B on the same PostgreSQL.
 */
final class LedgerBench {
  private static final Unit CNY = Unit.of("CNY");
  private static final int IN_FLIGHT = 4_096;
  private static final double WARM_UP_SECONDS = 4;

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final Map<String, String> options;
  private final SplittableRandom random = new SplittableRandom(20261121);
  private final EmbeddedPostgres postgres;
  private final HikariDataSource owner;
  private final Ledger ledger;
  private final Ids ids = new Ids(InstantSource.system(), new SplittableRandom());
  private final AccountId[] accounts;

  public static void main(String... arguments) throws Exception {
    MIGRATIONS.setLevel(Level.WARNING);
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
    }
    Path data = Files.createTempDirectory("qiao-bench-");
    boolean clean = false;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      clean = new LedgerBench(options, postgres).run();
    } finally {
      EmbeddedPostgres.wipe(data);
      Files.deleteIfExists(data);
    }
    System.exit(clean ? 0 : 1);
  }

  private LedgerBench(Map<String, String> options, EmbeddedPostgres postgres) throws SQLException {
    this.options = options;
    this.postgres = postgres;
    DatabaseAddress address = postgres.freshDatabase();
    owner = pool(address.url(), address.ownerUser(), address.ownerPassword());
    LedgerMigrations.run(owner);
    accounts = open(number("accounts", 100_000));
    ledger =
        new Ledger(
            pool(address.url(), address.appUser(), address.appPassword()),
            InstantSource.system(),
            2_000_000);
  }

  private boolean run() throws SQLException, IOException, InterruptedException {
    int seconds = number("seconds", 20);
    int rounds = number("rounds", 3);
    List<String> scenarios = List.of(options.getOrDefault("scenarios", "uniform,hot").split(","));
    String program = options.getOrDefault("pgbench", "/usr/bin/pgbench");
    boolean measured = Files.isExecutable(Path.of(program));
    Pgbench pgbench = new Pgbench(program, postgres.freshDatabase());
    if (measured) {
      pgbench.fill(number("scale", 50));
    }
    load(IN_FLIGHT, 0).run(WARM_UP_SECONDS, this::uniform);
    Map<String, List<Double>> figures = new HashMap<>();
    for (int round = 0; round < rounds; round++) {
      if (measured) {
        note(figures, "pgbench", pgbench.run(16, seconds));
      }
      for (String scenario : scenarios) {
        long rows = count();
        long bytes = bytes();
        Load.Result result = load(IN_FLIGHT, 0).run(seconds, scenario(scenario));
        note(figures, scenario, result.perSecond());
        System.out.printf(
            "%-10s %8.0f postings/s, %d not posted, p50 %.1f ms, p99 %.1f ms, %d bytes a posting%n",
            scenario,
            result.perSecond(),
            result.others(),
            result.latencyMillis(0.5),
            result.latencyMillis(0.99),
            (bytes() - bytes) / Math.max(1, count() - rows));
      }
    }
    double uniform = median(figures, "uniform");
    double yardstick = median(figures, "pgbench");
    Load.Result half =
        load(IN_FLIGHT, (long) (uniform / 2)).run(Math.min(seconds, 10), this::uniform);
    Load.Result alone = load(1, 0).run(Math.min(seconds, 5), this::uniform);
    System.out.printf("alone      p50 %.2f ms%n", alone.latencyMillis(0.5));
    if (measured) {
      System.out.printf(
          "alone      pgbench %.2f ms%n", 1000 / pgbench.run(1, Math.min(seconds, 5)));
    }
    AuditReport audit = ledger.audit();
    System.out.println(audit.summary());
    double halfMillis = half.latencyMillis(0.99);
    double aloneMillis = alone.latencyMillis(0.5);
    writeJson(figures, halfMillis, aloneMillis, audit.clean());
    System.out.printf(
        "ledger: %.0f postings/s, %s, hot %.2f, p99 %.1f ms at half load, audit %s%n",
        uniform,
        measured ? "%.1fx pgbench".formatted(uniform / yardstick) : "no yardstick",
        median(figures, "hot") / uniform,
        halfMillis,
        audit.clean() ? "ok" : "failed");
    return audit.clean();
  }

  /** All figures of all rounds, for {@code --json}. */
  private void writeJson(
      Map<String, List<Double>> figures, double halfMillis, double aloneMillis, boolean clean)
      throws IOException {
    if (options.containsKey("json")) {
      StringBuilder json = new StringBuilder("{");
      figures.forEach(
          (name, values) -> json.append("\"%s_per_second\": %s, ".formatted(name, values)));
      json.append(
          "\"p99_millis_at_half_load\": %s, \"p50_millis_alone\": %s, \"audit_ok\": %s}%n"
              .formatted(halfMillis, aloneMillis, clean));
      Files.writeString(Path.of(options.get("json")), json);
    }
  }

  private Load load(int inFlight, long perSecond) {
    return new Load(ledger, ids, inFlight, perSecond);
  }

  private Function<PostingId, Posting> scenario(String name) {
    return switch (name) {
      case "uniform" -> this::uniform;
      case "hot" -> id -> posting(id, any(), accounts[0]);
      case "allowances" -> {
        AllowanceId[] allowances = allowances();
        yield id -> {
          AllowanceId allowance = allowances[random.nextInt(allowances.length)];
          return Posting.of(id, "payment", reference(id))
              .leg(any(), accounts[0], Money.of(1, CNY))
              .use(allowance, Money.of(1, CNY))
              .build();
        };
      }
      default -> throw new IllegalArgumentException("No such scenario: " + name);
    };
  }

  private Posting uniform(PostingId id) {
    AccountId from = any();
    AccountId to = any();
    return posting(id, from, from.equals(to) ? accounts[0] : to);
  }

  private static Posting posting(PostingId id, AccountId from, AccountId to) {
    return Posting.of(id, "payment", reference(id)).leg(from, to, Money.of(1, CNY)).build();
  }

  private static String reference(PostingId id) {
    return new TypeId("pay", id.value()).toString();
  }

  /** Never the first, which is the hot one. */
  private AccountId any() {
    return accounts[random.nextInt(1, accounts.length)];
  }

  private AllowanceId[] allowances() {
    AllowanceId[] allowances = new AllowanceId[1_000];
    for (int i = 0; i < allowances.length; i++) {
      allowances[i] =
          ledger.openAllowance(
              new AllowanceTerms(
                  "bench:" + i, Money.of(1L << 50, CNY), Window.DAY, ZoneId.of("UTC"), false));
    }
    return allowances;
  }

  /** All at once: opening them one by one is not what is measured. */
  private AccountId[] open(int count) throws SQLException {
    execute(
        """
        insert into ledger.account (reference, unit, exponent, kind, touched_at)
        select 'bench:' || n, 'CNY', 2, 'wallet', '2026-01-01'
        from generate_series(1, %d) n
        """
            .formatted(count));
    execute("vacuum analyze ledger.account");
    AccountId[] opened = new AccountId[count];
    Arrays.setAll(opened, i -> new AccountId(i + 1));
    return opened;
  }

  private long count() throws SQLException {
    return figure("select count(*) from ledger.posting");
  }

  private long bytes() throws SQLException {
    return figure("select pg_total_relation_size('ledger.posting')");
  }

  private long figure(String sql) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int number(String option, int otherwise) {
    return Integer.parseInt(options.getOrDefault(option, "" + otherwise));
  }

  private static void note(Map<String, List<Double>> figures, String name, double figure) {
    figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
    if (name.equals("pgbench")) {
      System.out.printf("pgbench    %8.0f transactions/s%n", figure);
    }
  }

  private static double median(Map<String, List<Double>> figures, String name) {
    double[] sorted =
        figures.getOrDefault(name, List.of()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static HikariDataSource pool(String url, String user, String password) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(1);
    return pool;
  }
}
