package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.ObjectMapper;

/** What people are asked to agree to, and what they said to which version. */
@Component
class Consents {
  private static final String FILE = "consents.json";

  /**
   * Something that people are asked.
   *
   * @param version changes with the words, and then it is asked again
   * @param required whether there is no wallet without it: it ends by leaving, not by a withdrawal
   */
  record Asked(String purpose, String version, boolean required, String text, String textEn) {}

  /** All that is asked now. */
  record Questions(List<Asked> asked) {}

  /** A question, and the last word on it, to whichever version that was. */
  record Standing(Asked asked, Optional<ConsentTables.Row> said) {}

  /** What became of somebody's word. */
  sealed interface Saying {
    record Said(Standing standing) implements Saying {}

    record NotAsked() implements Saying {}

    /** The words have changed since the person read them. */
    record OtherVersion() implements Saying {}

    record IsRequired() implements Saying {}
  }

  private final ConsentTables tables;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final List<Asked> asked;

  Consents(
      ConsentTables tables,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock,
      ObjectMapper json) {
    this.tables = tables;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
    try (InputStream file = Consents.class.getResourceAsStream(FILE)) {
      this.asked = json.readValue(file, Questions.class).asked();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  List<Standing> of(PersonId person) {
    List<ConsentTables.Row> said = tables.of(person);
    return asked.stream().map(question -> new Standing(question, last(said, question))).toList();
  }

  /** Notes what somebody says; the same word again is not noted twice. */
  Saying say(Caller caller, String purpose, String version, String language, boolean given) {
    Optional<Asked> question = asked.stream().filter(a -> a.purpose().equals(purpose)).findFirst();
    if (question.isEmpty()) {
      return new Saying.NotAsked();
    }
    if (!question.get().version().equals(version)) {
      return new Saying.OtherVersion();
    }
    if (question.get().required() && !given) {
      return new Saying.IsRequired();
    }
    PersonId person = new PersonId(caller.party());
    var said = new ConsentTables.Row(purpose, version, language, given, clock.instant());
    Optional<ConsentTables.Row> before = last(tables.of(person), question.get());
    if (before.isPresent()
        && before.get().given() == given
        && before.get().version().equals(version)) {
      return new Saying.Said(new Standing(question.get(), before));
    }
    transaction.executeWithoutResult(
        status -> {
          tables.insert(ids.next(), person, said);
          audit.record(
              caller,
              given ? "consent.give" : "consent.withdraw",
              person.text(),
              "done",
              purpose + ' ' + version);
        });
    return new Saying.Said(new Standing(question.get(), Optional.of(said)));
  }

  private static Optional<ConsentTables.Row> last(List<ConsentTables.Row> said, Asked question) {
    return said.reversed().stream()
        .filter(row -> row.purpose().equals(question.purpose()))
        .findFirst();
  }
}
