package dev.qiao.operations;

import dev.qiao.identity.OperatorId;
import dev.qiao.identity.Operators;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.StaffId;
import dev.qiao.identity.StaffMembers;
import dev.qiao.ids.TypeId;
import dev.qiao.merchant.Merchants;
import dev.qiao.payment.MerchantId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an operator calls those who act and those who hold accounts. A person's name is masked. */
@Component
class Parties {
  private final People people;
  private final StaffMembers staff;
  private final Operators operators;
  private final Merchants merchants;

  Parties(People people, StaffMembers staff, Operators operators, Merchants merchants) {
    this.people = people;
    this.staff = staff;
    this.operators = operators;
    this.merchants = merchants;
  }

  /** The masked names of these people. */
  Map<UUID, String> people(Collection<UUID> ids) {
    return people.find(ids.stream().distinct().map(PersonId::new).toList()).values().stream()
        .collect(Collectors.toMap(person -> person.id().value(), Person::maskedName));
  }

  String person(UUID id) {
    return people
        .find(new PersonId(id))
        .map(Person::maskedName)
        .orElseGet(() -> new PersonId(id).text());
  }

  String staff(UUID id) {
    return staff
        .find(new StaffId(id))
        .map(member -> member.name())
        .orElseGet(() -> new StaffId(id).text());
  }

  String operator(UUID id) {
    return operators
        .find(new OperatorId(id))
        .map(member -> member.name())
        .orElseGet(() -> new OperatorId(id).text());
  }

  /**
   * Whose account it is, by its reference: {@code person:<uuid>:CNY}, {@code merchant:<uuid>:CNY},
   * {@code bank:sandbox:CNY}.
   */
  String account(String reference) {
    String[] parts = reference.split(":", 3);
    return switch (parts[0]) {
      case "person" -> person(UUID.fromString(parts[1]));
      case "merchant" -> merchant(UUID.fromString(parts[1]));
      case "bank" -> Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1) + " bank";
      default -> reference;
    };
  }

  private String merchant(UUID id) {
    return merchants
        .find(new MerchantId(id))
        .map(merchant -> merchant.names().name())
        .orElseGet(() -> new TypeId("mer", id).toString());
  }
}
