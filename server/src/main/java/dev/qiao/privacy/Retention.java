package dev.qiao.privacy;

import dev.qiao.database.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the law makes us keep after somebody has left, for how long, and which law that is. */
@Component
class Retention {
  private static final String FILE = "retention.json";

  /**
   * Something that is kept.
   *
   * @param what {@code identity}: name and phone; {@code transactions}: what moved money
   * @param years counted from the day on which the person left
   */
  record Rule(String what, int years, String law, String lawEn, String source) {}

  /** The file: rules by jurisdiction, as they stood on a day. */
  record Rules(LocalDate asOf, Map<String, List<Rule>> jurisdictions) {}

  private final List<Rule> rules;

  /**
   * @throws StartRefused when there are no rules for this jurisdiction
   */
  Retention(ObjectMapper json, @Value("${qiao.jurisdiction:CN}") String jurisdiction) {
    try (InputStream file = Retention.class.getResourceAsStream(FILE)) {
      Rules all = json.readValue(file, Rules.class);
      this.rules = all.jurisdictions().getOrDefault(jurisdiction, List.of());
      if (rules.isEmpty()) {
        throw new StartRefused(
            "There are no rules of retention for the jurisdiction "
                + jurisdiction
                + ": qiao.jurisdiction is one of "
                + String.join(", ", all.jurisdictions().keySet())
                + ".");
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  List<Rule> rules() {
    return rules;
  }

  /** When a rule that began to count at a time lets go. */
  static Instant end(Rule rule, Instant from) {
    return from.atOffset(ZoneOffset.UTC).plusYears(rule.years()).toInstant();
  }

  /** When the last of them lets go of what is known of the person. */
  Instant lastEnd(Instant from) {
    return rules.stream().map(rule -> end(rule, from)).max(Instant::compareTo).orElseThrow();
  }
}
