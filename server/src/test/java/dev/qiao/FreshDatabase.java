package dev.qiao;

import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a server under test an empty PostgreSQL database that nobody else uses. */
public class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
    Map<String, Object> settings =
        Map.of(
            "qiao.database.url", url(address.url(), address.appUser(), address.appPassword()),
            "qiao.database.owner-url",
                url(address.url(), address.ownerUser(), address.ownerPassword()),
            "qiao.credential-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh database", settings));
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
