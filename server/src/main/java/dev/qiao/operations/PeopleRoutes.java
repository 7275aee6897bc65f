package dev.qiao.operations;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Id;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Disclosures;
import dev.qiao.identity.Disclosures.Disclosed;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.People;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Phone;
import dev.qiao.identity.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * People, for operators: masked, until an operator says why they have to see somebody. Both looking
 * for somebody and seeing them is written in the audit trail.
 */
@RestController
class PeopleRoutes {
  private static final Set<String> REASONS =
      Set.of("support_request", "dispute", "risk_review", "legal_request");
  private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}";

  /** {@code q} is a phone number, words of a name, or an id; in the body, so that no log has it. */
  @Schema(name = "PeopleSearch")
  record PeopleSearch(@Nullable String q) {
    @Override
    public String toString() {
      return "PeopleSearch";
    }
  }

  @Schema(name = "PersonLine")
  record PersonLine(PersonId id, String nameMasked, String phoneMasked, boolean erased) {}

  @Schema(name = "PersonLines")
  record PersonLines(List<PersonLine> items) {}

  /** {@code reference} is the ticket, case or letter that asks for it. */
  @Schema(name = "DisclosureRequest")
  record DisclosureRequest(
      @Schema(allowableValues = {"support_request", "dispute", "risk_review", "legal_request"})
          @Nullable String reason,
      @Nullable String reference) {}

  @Schema(name = "Disclosure")
  record DisclosureView(
      PersonId id, String name, String phone, Instant createdAt, @Nullable Instant erasedAt) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final People people;
  private final Disclosures disclosures;
  private final AuditTrail audit;

  PeopleRoutes(People people, Disclosures disclosures, AuditTrail audit) {
    this.people = people;
    this.disclosures = disclosures;
    this.audit = audit;
  }

  @PostMapping("/v1/operations/people/search")
  @Requires(Permission.PEOPLE_SEARCH)
  @Operation(summary = "Find people by phone, by words of their name, or by id; masked")
  PersonLines search(Caller operator, @RequestBody PeopleSearch asked) {
    String q = Text.required("q", asked.q(), 80);
    List<PersonLine> found = found(q);
    audit.record(operator, "person.search", "people", "done", found.size() + " found");
    return new PersonLines(found);
  }

  @PostMapping("/v1/operations/people/{id}/disclosure")
  @Requires(Permission.PEOPLE_DISCLOSE)
  @Operation(summary = "See who somebody is; the reason is written in the audit trail")
  DisclosureView disclose(
      Caller operator, @PathVariable String id, @RequestBody DisclosureRequest asked) {
    PersonId person = new PersonId(Id.read("per", id));
    String reason = Text.required("reason", asked.reason(), 40);
    String reference = Text.required("reference", asked.reference(), 40);
    if (!REASONS.contains(reason)) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "reason").thrown();
    }
    if (!reference.matches(REFERENCE)) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "reference").thrown();
    }
    return switch (disclosures.see(
        operator,
        person,
        reason + ' ' + reference,
        role(operator).may(Permission.PEOPLE_DISCLOSE_RETAINED))) {
      case Disclosed.Person(var who, var createdAt, var erasedAt) ->
          new DisclosureView(
              person,
              who.name(),
              who.phone().map(Phone::e164).orElse(""),
              createdAt,
              erasedAt.orElse(null));
      case Disclosed.NotPermitted() -> throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
      case Disclosed.Unknown() -> throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    };
  }

  private List<PersonLine> found(String q) {
    if (q.startsWith("per_")) {
      return PersonId.parse(q).stream().flatMap(id -> line(id).stream()).toList();
    }
    List<PersonId> ids =
        Phone.parse(q)
            .map(phone -> people.byPhone(phone).map(Person::id).stream().toList())
            .orElseGet(() -> people.named(q));
    return ids.stream().flatMap(id -> line(id).stream()).toList();
  }

  private Optional<PersonLine> line(PersonId id) {
    return people
        .find(id)
        .map(person -> new PersonLine(id, person.maskedName(), person.maskedPhone(), false))
        .or(
            () ->
                disclosures.isErased(id)
                    ? Optional.of(new PersonLine(id, "*", "", true))
                    : Optional.empty());
  }

  private static OperatorRole role(Caller operator) {
    return OperatorRole.of(operator.role().orElseThrow());
  }
}
