package dev.qiao.identity;

import dev.qiao.api.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom an operator may lock out, whole or in part. */
@Component
class Lockable {
  private final People people;
  private final StaffMembers staff;
  private final Operators operators;

  Lockable(People people, StaffMembers staff, Operators operators) {
    this.people = people;
    this.staff = staff;
    this.operators = operators;
  }

  /**
   * A person, a member of staff or an operator of this id, never the caller; an operator only for
   * who answers for them.
   */
  Optional<UUID> find(Caller caller, String party) {
    return known(party)
        .filter(id -> !id.equals(caller.party()))
        .filter(id -> OperatorId.parse(party).isEmpty() || mayLockOperators(caller));
  }

  /** Locking out those who could undo it is for those who answer for them. */
  private static boolean mayLockOperators(Caller caller) {
    return caller
        .role()
        .flatMap(OperatorRole::find)
        .filter(role -> role.may(Permission.OPERATORS_MANAGE))
        .isPresent();
  }

  private Optional<UUID> known(String party) {
    return PersonId.parse(party)
        .flatMap(people::find)
        .map(person -> person.id().value())
        .or(() -> StaffId.parse(party).flatMap(staff::find).map(member -> member.id().value()))
        .or(
            () ->
                OperatorId.parse(party)
                    .flatMap(operators::find)
                    .map(member -> member.id().value()));
  }
}
