package dev.qiao.maintenance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.qiao.database.StartRefused;
import dev.qiao.ledger.LedgerUnavailable;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.DatabaseAddress.Login;
import dev.qiao.postgres.PostgresException;
import dev.qiao.postgres.Visit;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The launcher's verbs on data, as a program of their own: a verb, then {@code --name=value}, as
 * the launcher has checked them. Exit code 0 means that the audit at the end found no difference.
 */
public final class Maintenance {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PrintStream errors;
  private final Audits audits;
  private final Backups backups;
  private final Keys keys;

  Maintenance(InstantSource clock, PrintStream out, PrintStream errors) {
    this.errors = errors;
    this.audits = new Audits(out);
    this.backups = new Backups(clock, audits, out);
    this.keys = new Keys(out);
  }

  /** The URL is read from the environment: arguments are shown to everybody on the machine. */
  public static void main(String[] arguments) {
    // What goes wrong is said in one line; the libraries' own would come between.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    cleanUpWhenStopped(Thread.currentThread());
    int exit =
        new Maintenance(InstantSource.system(), System.out, System.err)
            .run(System.getenv().getOrDefault("QIAO_DATABASE_URL", ""), arguments);
    System.out.flush();
    // Not exit, which would wait for a hook that waits for us.
    Runtime.getRuntime().halt(exit);
  }

  /** The exit code. */
  int run(String databaseUrl, String... arguments) {
    try {
      return isClean(arguments[0], options(arguments), databaseUrl) ? 0 : 1;
    } catch (RuntimeException failure) {
      // What is in the way of somebody who stops us is not worth telling.
      boolean stopped = Thread.currentThread().isInterrupted();
      errors.println("qiao: " + (stopped ? "Stopped." : line(arguments[0], failure)));
      return 1;
    }
  }

  private static String line(String verb, RuntimeException failure) {
    return switch (failure) {
      case StartRefused refusal -> refusal.getMessage();
      case PostgresException refusal -> refusal.getMessage();
      case LedgerUnavailable _ -> "The database stopped answering: " + root(failure);
      default -> "The " + verb + " failed: " + root(failure);
    };
  }

  private boolean isClean(String verb, Map<String, String> options, String databaseUrl) {
    return switch (verb) {
      case "audit" -> audit(options, databaseUrl);
      case "backup" -> backups.backUp(path(options, "data"), path(options, "to"));
      case "restore" ->
          backups.restore(
              path(options, "from"), path(options, "data"), options.containsKey("fresh"));
      case "key" -> key(options, databaseUrl);
      default -> throw new StartRefused("There is no \"" + verb + "\".");
    };
  }

  private boolean audit(Map<String, String> options, String databaseUrl) {
    Optional<String> remembered = Optional.ofNullable(options.get("seal"));
    if (options.containsKey("backup")) {
      return backups.audit(path(options, "backup"), remembered);
    }
    if (options.containsKey("data")) {
      try (Visit visit = Visit.to(path(options, "data"))) {
        return audits.isClean(visit.address(), remembered);
      }
    }
    return audits.isClean(login(databaseUrl), remembered);
  }

  /** A step that needs no database opens none. */
  private boolean key(Map<String, String> options, String databaseUrl) {
    String step = options.getOrDefault("step", "");
    Path file = path(options, "file");
    if (options.containsKey("data")
        && databaseUrl.isBlank()
        && (step.equals("rewrap") || step.equals("retire"))) {
      try (Visit visit = Visit.to(path(options, "data"))) {
        var address = visit.address();
        keys.take(
            step, file, () -> new Login(address.url(), address.appUser(), address.appPassword()));
      }
    } else {
      keys.take(step, file, () -> login(databaseUrl));
    }
    return true;
  }

  private static Login login(String url) {
    return DatabaseAddress.parse(url)
        .orElseThrow(
            () ->
                new StartRefused(
                    "QIAO_DATABASE_URL has to look like"
                        + " postgresql://user:password@host:5432/database."));
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String[] pair = arguments[i].replaceFirst("^--", "").split("=", 2);
      options.put(pair[0], pair.length < 2 ? "" : pair[1]);
    }
    return options;
  }

  private static Path path(Map<String, String> options, String name) {
    String text = options.getOrDefault(name, "");
    if (text.isEmpty()) {
      throw new StartRefused("--" + name + " needs a folder.");
    }
    return Path.of(text).toAbsolutePath().normalize();
  }

  /** Ctrl-C must leave neither half a backup nor a database that was started for us. */
  private static void cleanUpWhenStopped(Thread work) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  work.interrupt();
                  try {
                    work.join(PATIENCE);
                  } catch (InterruptedException impatient) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName()
        + String.valueOf(root.getMessage()).lines().findFirst().map(line -> ": " + line).orElse("");
  }
}
