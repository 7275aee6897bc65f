package dev.qiao.identity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Prints the link at the start of an installation that is not a demo: to the terminal, never to the
 * log.
 */
@Component
@ConditionalOnBooleanProperty(name = "qiao.demo", havingValue = false, matchIfMissing = true)
class FirstAdministratorLink {
  private final FirstAdministrator first;
  private final Environment environment;

  FirstAdministratorLink(FirstAdministrator first, Environment environment) {
    this.first = first;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    String port = environment.getProperty("local.server.port", "8080");
    String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
    first
        .invite()
        .ifPresent(
            path ->
                System.out.printf(
                    "First administrator: %s://localhost:%s%s%n", scheme, port, path));
  }
}
