package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Locks a person, a member of staff or another operator out, and lets them in again. Every request
 * looks the lock up with the session, so that it holds at once on every instance.
 */
@RestController
class LockRoutes {
  @Schema(name = "Lock")
  record LockRequest(@Nullable String reason) {}

  private final LockTables tables;
  private final People people;
  private final StaffMembers staff;
  private final Operators operators;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  LockRoutes(
      LockTables tables,
      People people,
      StaffMembers staff,
      Operators operators,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.people = people;
    this.staff = staff;
    this.operators = operators;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @PutMapping("/v1/operations/locks/{party}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lock somebody out, at once and everywhere")
  void lock(Caller caller, @PathVariable String party, @RequestBody LockRequest asked) {
    UUID id = permitted(caller, party);
    String reason = Text.required("reason", asked.reason(), 200);
    transaction.executeWithoutResult(
        status -> {
          if (tables.insert(id, reason, caller.party(), clock.instant())) {
            audit.record(caller, "party.lock", party, "done", reason);
          }
        });
  }

  @DeleteMapping("/v1/operations/locks/{party}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Let somebody in again who was locked out")
  void unlock(Caller caller, @PathVariable String party) {
    UUID id = permitted(caller, party);
    transaction.executeWithoutResult(
        status -> {
          if (tables.delete(id)) {
            audit.record(caller, "party.unlock", party, "done", null);
          }
        });
  }

  private UUID permitted(Caller caller, String party) {
    OperatorRole role = OperatorRole.of(caller.role().orElseThrow());
    if (!role.mayLock()) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    return known(party)
        .filter(id -> !id.equals(caller.party()))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
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
