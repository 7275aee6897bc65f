package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The page of what is expensive says the figures that the program has. */
class CostsPageTest {
  private static final Path PAGE = Path.of("../docs/reference/costs.md");
  private static final Path TERMS = Path.of("src/main/resources/application.yaml");

  /**
   * A figure of the page.
   *
   * @param text a pattern of the page, whose one group is the figure
   * @param is what the program has
   */
  record Figure(String text, long is) {
    @Override
    public String toString() {
      return text + " = " + is;
    }
  }

  static List<Figure> figures() throws Exception {
    String attempts = "identity.Attempts$Limit";
    return List.of(
        figure(
            "there are (\\d+), and who waits", "database.DatabaseConfiguration", "CONNECTIONS_MAX"),
        seconds("longer than (\\d+) s for\none", "database.DatabaseConfiguration", "PATIENCE"),
        new Figure("Argon2id: (\\d+) MiB", number(of("identity.Hashes", "MEMORY_KIB")) / 1024),
        figure("(\\w+) runs a core at a time", "identity.Hashes", "RUNS_A_CORE"),
        limit("(\\w+) tries of a login in 15 minutes", attempts, "PASSWORD_OF_LOGIN"),
        minutes("tries of a login in (\\d+) minutes", attempts, "PASSWORD_OF_LOGIN"),
        limit("15 minutes, (\\d+) of an address", attempts, "SIGN_IN_FROM_ADDRESS"),
        minutes("a login in (\\d+) minutes, 100 of an address", attempts, "SIGN_IN_FROM_ADDRESS"),
        new Figure(
            "(\\w+) a minute and 10 an hour to a phone",
            60 / number(of("identity.OneTimeCodes", "RESEND_AFTER"))),
        limit(
            "one a minute and (\\d+) an hour to a phone or address of mail",
            attempts,
            "CODE_TO_CONTACT"),
        limit("(\\d+) an hour from a network address", attempts, "CODE_FROM_ADDRESS"),
        figure("from a network address; (\\d+) at once", "notice.Outbox", "AT_ONCE"),
        limit("\\| (\\d+) in 15 minutes from an address", attempts, "CHALLENGE_FROM_ADDRESS"),
        minutes("300 in (\\d+) minutes from an address", attempts, "CHALLENGE_FROM_ADDRESS"),
        new Figure("live (\\d+) minutes", number(of("identity.Challenge", "LIFE")) / 60),
        figure("(\\d+) an hour for each person", "wallet.PayeeFinder", "LOOKUPS_PER_HOUR"),
        new Figure("\\| (\\d+) KB, 16 levels", number(of("api.BodyLimit", "BYTES_MAX")) / 1024),
        new Figure(
            "(\\d+) MB for a document",
            number(of("api.BodyLimit", "DOCUMENT_BYTES_MAX")) / (1024 * 1024)),
        term("64 KB, (\\d+) levels deep", "max-nesting-depth"),
        term("names of (\\d+);", "max-name-length"),
        figure("pages of (\\d+) at most", "api.Page", "SIZE_MAX"),
        figure("([\\d ]+) entries of the trail", "identity.IdentityData", "TRAIL_MAX"),
        figure("\\| (\\d+) for each session", "api.EventRoutes", "CONNECTIONS_MAX"),
        figure("looked at again every (\\d+) s", "api.EventRoutes", "LOOK_EVERY_SECONDS"),
        figure("who falls ([\\d ]+) behind", "api.EventRoutes", "BEHIND_MAX"),
        new Figure("for (\\w+) days", number(of("api.Idempotency", "KEPT")) / 86_400),
        new Figure(
            "slices of (\\d+) ms beside",
            ((Duration) of("maintenance.AuditPace", "SHORT")).toMillis()),
        seconds("beside others and (\\d+) s alone", "maintenance.AuditPace", "LONG"),
        standard("32 at once; (\\d+) s to answer", "notice.NoticeTerms$Sms", "answerWithin"),
        standard("time limits of (\\d+) s", "notice.NoticeTerms$Sms", "answerWithin"),
        figure("who fails (\\w+) times rests", "notice.ChannelHealth", "FAILURES_MAX"),
        seconds("rests (\\d+) s", "notice.ChannelHealth", "REST"));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void thePageSaysWhatIs(Figure figure) throws IOException {
    Matcher said = Pattern.compile(figure.text()).matcher(Files.readString(PAGE));
    assertThat(said.find()).as("the page says: %s", figure.text()).isTrue();
    assertThat(count(said.group(1))).isEqualTo(figure.is());
  }

  private static long count(String said) {
    List<String> words = List.of("none", "one", "two", "three", "four", "five", "six");
    return words.contains(said) ? words.indexOf(said) : Long.parseLong(said.replace(" ", ""));
  }

  private static Figure figure(String text, String type, String field) throws Exception {
    return new Figure(text, number(of(type, field)));
  }

  private static Figure seconds(String text, String type, String field) throws Exception {
    return figure(text, type, field);
  }

  private static Figure limit(String text, String type, String name) throws Exception {
    return new Figure(text, number(inside(of(type, name), "max")));
  }

  private static Figure minutes(String text, String type, String name) throws Exception {
    return new Figure(text, number(inside(of(type, name), "window")) / 60);
  }

  private static Figure term(String text, String name) throws IOException {
    var terms =
        new YamlPropertySourceLoader().load("terms", new FileSystemResource(TERMS)).getFirst();
    Object value = terms.getProperty("spring.jackson.factory.constraints.read." + name);
    return new Figure(text, number(value));
  }

  /** What a setting is where nobody sets it. */
  private static Figure standard(String text, String type, String setting) throws Exception {
    Class<?> owner = Class.forName("dev.qiao." + type);
    RecordComponent[] settings = owner.getRecordComponents();
    for (int place = 0; place < settings.length; place++) {
      if (settings[place].getName().equals(setting)) {
        DefaultValue value =
            owner.getDeclaredConstructors()[0].getParameters()[place].getAnnotation(
                DefaultValue.class);
        return new Figure(text, Duration.parse(value.value()[0]).toSeconds());
      }
    }
    throw new NoSuchFieldException(setting);
  }

  /** A constant of the program. */
  private static Object of(String type, String field) throws Exception {
    return inside(Class.forName("dev.qiao." + type), null, field);
  }

  private static Object inside(Object owner, String field) throws Exception {
    return inside(owner.getClass(), owner, field);
  }

  private static Object inside(Class<?> type, Object owner, String field) throws Exception {
    Field found = type.getDeclaredField(field);
    found.setAccessible(true);
    return found.get(owner);
  }

  /** Times in seconds. */
  private static long number(Object value) {
    return value instanceof Duration time ? time.toSeconds() : ((Number) value).longValue();
  }
}
