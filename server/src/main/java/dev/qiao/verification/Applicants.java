package dev.qiao.verification;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.identity.Disclosures;
import dev.qiao.identity.Disclosures.Disclosed;
import dev.qiao.identity.MerchantNames;
import dev.qiao.identity.MerchantNames.MerchantName;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.People;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.StaffMember;
import dev.qiao.identity.StaffMembers;
import dev.qiao.identity.StaffRole;
import dev.qiao.identity.Subject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who asks to be verified, as an operator may see it. */
@Component
class Applicants {
  /**
   * What is shown to all who may review: a person's name masked, a business's as its customers see
   * it.
   */
  record Shown(String name, @Nullable String nameEn) {}

  /**
   * What documents are compared with.
   *
   * @param owners the names of a business's owners, as they gave them; empty for a person
   */
  record Seen(String name, List<String> owners) {
    @Override
    public String toString() {
      return "Seen";
    }
  }

  static final Shown NOBODY = new Shown("*", null);

  private final People people;
  private final Disclosures disclosures;
  private final MerchantNames merchants;
  private final StaffMembers staff;
  private final AuditTrail audit;

  Applicants(
      People people,
      Disclosures disclosures,
      MerchantNames merchants,
      StaffMembers staff,
      AuditTrail audit) {
    this.people = people;
    this.disclosures = disclosures;
    this.merchants = merchants;
    this.staff = staff;
    this.audit = audit;
  }

  /** Whose requests an operator reviews; those of others do not exist for them. */
  static Set<Subject.Kind> reviewedBy(Caller operator) {
    Set<Subject.Kind> kinds = EnumSet.noneOf(Subject.Kind.class);
    operator
        .role()
        .flatMap(OperatorRole::find)
        .ifPresent(
            role -> {
              for (Subject.Kind kind : Subject.Kind.values()) {
                if (role.may(permission(kind))) {
                  kinds.add(kind);
                }
              }
            });
    return kinds;
  }

  private static Permission permission(Subject.Kind kind) {
    return switch (kind) {
      case PERSON -> Permission.PEOPLE_VERIFY;
      case BUSINESS -> Permission.MERCHANTS_VERIFY;
    };
  }

  boolean isThere(Subject subject) {
    return switch (subject.kind()) {
      case PERSON -> people.find(new PersonId(subject.value())).isPresent();
      case BUSINESS -> merchants.nameOf(subject.value()).isPresent();
    };
  }

  Shown shown(Subject subject) {
    return shown(List.of(subject)).getOrDefault(subject, NOBODY);
  }

  /** Those who still are there. */
  Map<Subject, Shown> shown(Collection<Subject> subjects) {
    Map<Subject, Shown> shown = new HashMap<>();
    people
        .find(
            subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.PERSON)
                .map(subject -> new PersonId(subject.value()))
                .toList())
        .forEach(
            (id, person) ->
                shown.put(Subject.person(id.value()), new Shown(person.maskedName(), null)));
    subjects.stream()
        .filter(subject -> subject.kind() == Subject.Kind.BUSINESS)
        .distinct()
        .forEach(
            subject ->
                merchants
                    .nameOf(subject.value())
                    .ifPresent(name -> shown.put(subject, new Shown(name.name(), name.nameEn()))));
    return shown;
  }

  /**
   * Whether this operator has opened the business, or was handed a link of its owner, and so is not
   * the one to verify it.
   */
  boolean isOpenedBy(Caller operator, Subject subject) {
    return subject.kind() == Subject.Kind.BUSINESS
        && (merchants.openedBy(subject.value()).filter(operator.party()::equals).isPresent()
            || staff.isInvitedBy(operator, subject.value()));
  }

  /** Who it is. The look is written down, with its reason, before it is shown. */
  Optional<Seen> see(Caller operator, Subject subject, String reason) {
    return switch (subject.kind()) {
      case PERSON ->
          disclosures.see(operator, new PersonId(subject.value()), reason, false)
                  instanceof Disclosed.Person(Person person, var _, var _)
              ? Optional.of(new Seen(person.name(), List.of()))
              : Optional.empty();
      case BUSINESS ->
          merchants.nameOf(subject.value()).map(name -> seen(operator, subject, name, reason));
    };
  }

  private Seen seen(Caller operator, Subject subject, MerchantName name, String reason) {
    audit.record(operator, "owners.view", subject.text(), "done", reason);
    return new Seen(
        name.name(),
        staff.of(subject.value()).stream()
            .filter(member -> member.role() == StaffRole.OWNER)
            .map(StaffMember::name)
            .toList());
  }
}
