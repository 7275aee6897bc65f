package dev.qiao.operations;

import dev.qiao.identity.OperatorId;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.StaffId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ids of those who act, as the audit trail keeps them and as people see them. */
final class Actors {
  static final Set<String> KINDS = Set.of("person", "staff", "operator", "system");

  private Actors() {}

  /** Empty when the text is the id of nobody who could act. */
  static Optional<UUID> parse(String text) {
    return PersonId.parse(text)
        .map(PersonId::value)
        .or(() -> StaffId.parse(text).map(StaffId::value))
        .or(() -> OperatorId.parse(text).map(OperatorId::value));
  }

  /** The id of an actor of this kind in its outside form; empty for the system. */
  static Optional<String> text(String kind, UUID id) {
    return switch (kind) {
      case "person" -> Optional.of(new PersonId(id).text());
      case "staff" -> Optional.of(new StaffId(id).text());
      case "operator" -> Optional.of(new OperatorId(id).text());
      default -> Optional.empty();
    };
  }
}
