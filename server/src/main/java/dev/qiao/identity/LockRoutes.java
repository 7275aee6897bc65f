package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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

  /** {@code name} is masked where it is a person's. */
  @Schema(name = "LockLine")
  record LockLine(String party, String name, String reason, String lockedBy, Instant lockedAt) {
    @Override
    public String toString() {
      return party;
    }
  }

  @Schema(name = "LockLines")
  record LockLines(List<LockLine> items) {}

  private static final int LISTED_MAX = 200;

  private final LockTables tables;
  private final Enrolments enrolments;
  private final Administrators administrators;
  private final Lockable lockable;
  private final People people;
  private final StaffMembers staff;
  private final Operators operators;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  LockRoutes(
      LockTables tables,
      Enrolments enrolments,
      Administrators administrators,
      Lockable lockable,
      People people,
      StaffMembers staff,
      Operators operators,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.enrolments = enrolments;
    this.administrators = administrators;
    this.lockable = lockable;
    this.people = people;
    this.staff = staff;
    this.operators = operators;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping("/v1/operations/locks")
  @Requires(Permission.LOCKS_READ)
  @Operation(summary = "Who is locked out, the latest first")
  LockLines list() {
    return new LockLines(tables.list(LISTED_MAX).stream().map(this::line).toList());
  }

  private LockLine line(LockTables.Row lock) {
    UUID id = lock.party();
    String by =
        operators.find(lock.lockedBy()).map(OperatorMember::name).orElse(lock.lockedBy().text());
    return people
        .find(new PersonId(id))
        .map(one -> line(one.id().text(), one.maskedName(), by, lock))
        .or(
            () ->
                staff.find(new StaffId(id)).map(one -> line(one.id().text(), one.name(), by, lock)))
        .or(
            () ->
                operators
                    .find(new OperatorId(id))
                    .map(one -> line(one.id().text(), one.name(), by, lock)))
        // Whoever was erased stays locked out, and has no name any more.
        .orElseGet(() -> line(new PersonId(id).text(), "*", by, lock));
  }

  private static LockLine line(String party, String name, String by, LockTables.Row lock) {
    return new LockLine(party, name, lock.reason(), by, lock.lockedAt());
  }

  @PutMapping("/v1/operations/locks/{party}")
  @Requires(Permission.LOCKS_PLACE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lock somebody out, at once and everywhere")
  void lock(Caller caller, @PathVariable String party, @RequestBody LockRequest asked) {
    UUID id = permitted(caller, party);
    String reason = Text.required("reason", asked.reason(), 200);
    transaction.executeWithoutResult(
        status -> {
          boolean administrator = OperatorId.parse(party).filter(administrators::hold).isPresent();
          Instant now = clock.instant();
          if (!tables.insert(id, reason, caller.party(), now)) {
            return;
          }
          if (administrator && !administrators.oneComesIn()) {
            throw Problem.of(ErrorCode.LAST_ADMINISTRATOR).thrown();
          }
          enrolments.end(id, now);
          audit.record(caller, "party.lock", party, "done", reason);
        });
  }

  @DeleteMapping("/v1/operations/locks/{party}")
  @Requires(Permission.LOCKS_LIFT)
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
    return lockable.find(caller, party).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }
}
