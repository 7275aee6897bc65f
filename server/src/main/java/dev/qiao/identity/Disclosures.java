package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows operators who somebody is. Each look is written in the audit trail before it is shown. */
@Component
public class Disclosures {
  /** What an operator gets to see. */
  public sealed interface Disclosed {
    /**
     * Who it is.
     *
     * @param erasedAt when they were erased; what is shown then is what the law makes us keep
     */
    record Person(dev.qiao.identity.Person person, Instant createdAt, Optional<Instant> erasedAt)
        implements Disclosed {}

    /** They were erased, and this operator may not see what is kept. */
    record NotPermitted() implements Disclosed {}

    /** There is nobody of this id, or nothing is kept any more. */
    record Unknown() implements Disclosed {}
  }

  private final PeopleTables people;
  private final AuditTrail audit;

  Disclosures(PeopleTables people, AuditTrail audit) {
    this.people = people;
    this.audit = audit;
  }

  public boolean isErased(PersonId id) {
    return people.erasedAt(id).isPresent();
  }

  /**
   * Who somebody is.
   *
   * @param reason why the operator has to know: no personal data
   * @param retained whether the operator may see what the law makes us keep of the erased
   */
  public Disclosed see(Caller operator, PersonId id, String reason, boolean retained) {
    Optional<Instant> createdAt = people.createdAt(id);
    Optional<Instant> erasedAt = people.erasedAt(id);
    if (createdAt.isEmpty()) {
      return new Disclosed.Unknown();
    }
    if (erasedAt.isPresent() && !retained) {
      audit.record(operator, "person.view", id.text(), "refused", reason);
      return new Disclosed.NotPermitted();
    }
    Optional<Person> person =
        erasedAt.isPresent() ? people.kept(id) : people.find(List.of(id)).stream().findFirst();
    if (person.isEmpty()) {
      return new Disclosed.Unknown();
    }
    audit.record(
        operator,
        erasedAt.isPresent() ? "person.view_retained" : "person.view",
        id.text(),
        "done",
        reason);
    return new Disclosed.Person(person.get(), createdAt.get(), erasedAt);
  }
}
