package dev.qiao.identity;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The addresses by which browsers reach this installation ({@code https://pay.example}), as the
 * operator names them. Passkeys are bound to the host of the first; the others must lie below it.
 * Never taken from a request, which may claim any host.
 */
@Component
public class Origins {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*|\\[.*");

  private final List<String> told;
  private final Environment environment;

  /** Throws IllegalArgumentException when an address is none that passkeys can be bound to. */
  Origins(@Value("${qiao.origins:}") List<String> told, Environment environment) {
    this.told = List.copyOf(told);
    this.environment = environment;
    this.told.forEach(this::check);
  }

  /** All of them; this machine at its own port where nothing was told. */
  Set<String> all() {
    return told.isEmpty()
        ? Set.of("http://localhost:" + environment.getProperty("local.server.port", "8080"))
        : new LinkedHashSet<>(told);
  }

  /** Where people are sent to from messages. */
  public String first() {
    return all().iterator().next();
  }

  /** The host that passkeys are bound to (the relying party's id). */
  String host() {
    return told.isEmpty() ? "localhost" : host(told.getFirst());
  }

  private void check(String origin) {
    String host = host(origin);
    boolean https = origin.startsWith("https://") || host.equals("localhost");
    boolean below = host.equals(host()) || host.endsWith("." + host());
    if (!https || !below || ADDRESS.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "qiao.origins: " + origin + " is not an https address at or below " + host());
    }
  }

  private static String host(String origin) {
    String host = URI.create(origin).getHost();
    if (host == null || !origin.equals(origin.strip()) || !URI.create(origin).getPath().isEmpty()) {
      throw new IllegalArgumentException(
          "qiao.origins: " + origin + " is not an address such as https://pay.example");
    }
    return host;
  }
}
