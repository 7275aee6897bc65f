package dev.qiao;

import dev.qiao.database.StartRefused;
import dev.qiao.postgres.PostgresException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line on the error stream why the program does not start; the log has the rest. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {
  private static final Logger LOG = LoggerFactory.getLogger(StartFailures.class);

  /** The signature that Spring Boot calls; it may pass null. */
  StartFailures(ConfigurableApplicationContext unused) {}

  @Override
  public boolean reportException(Throwable failure) {
    Optional<String> known = line(failure);
    System.err.println("qiao: " + known.orElseGet(() -> unknown(failure)));
    if (known.isPresent()) {
      LOG.error(known.get());
    } else {
      LOG.error("The program does not start.", failure);
    }
    return true;
  }

  static Optional<String> line(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case StartRefused refusal -> {
          return Optional.of(refusal.getMessage());
        }
        case PostgresException refusal -> {
          return Optional.of(refusal.getMessage());
        }
        case PortInUseException taken -> {
          return Optional.of(
              "Port "
                  + taken.getPort()
                  + " is taken by another program: stop it, or choose another with --port.");
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static String unknown(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    String log = System.getProperty("LOG_FILE");
    return "The server does not start: "
        + root.getClass().getSimpleName()
        + (why.isEmpty() ? "" : ": " + why)
        + (log == null ? "" : " (more in " + log + ")");
  }
}
