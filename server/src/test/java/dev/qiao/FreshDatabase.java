package dev.qiao;

import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a server under test an empty PostgreSQL database that nobody else uses. */
public class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** A key that everybody can read protects nothing, which is enough for a test. */
  private static final String KEY = "test " + Base64.getEncoder().encodeToString(new byte[32]);

  private final Supplier<DatabaseAddress> database;

  public FreshDatabase() {
    this.database = () -> EmbeddedPostgres.temporary().freshDatabase();
  }

  /** On a database that is not quite fresh. */
  public FreshDatabase(DatabaseAddress address) {
    this.database = () -> address;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseAddress address = database.get();
    Map<String, Object> settings =
        Map.of(
            "qiao.database.url", url(address.url(), address.appUser(), address.appPassword()),
            "qiao.database.owner-url",
                url(address.url(), address.ownerUser(), address.ownerPassword()),
            "qiao.vault.key", KEY,
            "qiao.vault.erasures", erasures());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh database", settings));
  }

  private static String erasures() {
    try {
      return Files.createTempDirectory("qiao-test-").resolve("erasures").toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String url(String plain, String user, String password) {
    return plain
        + (plain.contains("?") ? "&" : "?")
        + "user="
        + encoded(user)
        + "&password="
        + encoded(password);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
