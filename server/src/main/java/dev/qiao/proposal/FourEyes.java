package dev.qiao.proposal;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.OperatorId;
import dev.qiao.ids.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.ObjectMapper;

/**
 * By which a module's routes have a change made: proposed for another operator to decide, or done
 * at once where one may do it alone. Both say why and are in the audit trail; a route calls them
 * within its idempotency, with what was asked for as its content.
 */
@Component
public class FourEyes {
  static final Duration LIFE = Duration.ofHours(72);

  /** Whether the change is made; {@code proposalId} is what waits when it is not. */
  @Schema(name = "ChangeOutcome")
  public record Outcome(
      @Schema(allowableValues = {"done", "proposed"}) String state,
      @Nullable ProposalId proposalId) {
    static final Outcome DONE = new Outcome("done", null);
  }

  private final ProposalTables tables;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final ObjectMapper json;
  private final Ids ids;
  private final InstantSource clock;

  FourEyes(
      ProposalTables tables,
      AuditTrail trail,
      TransactionOperations transaction,
      ObjectMapper json,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.trail = trail;
    this.transaction = transaction;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Proposes a change; answers 202 with its {@link Outcome}.
   *
   * @param reason as it came, checked here
   */
  public <C> ResponseEntity<Object> propose(
      ProposalKind<C> kind, C content, @Nullable String reason, Caller by, Once once) {
    String why = Text.required("reason", reason, 200);
    return transaction.execute(status -> proposed(kind, content, why, by, once));
  }

  private <C> ResponseEntity<Object> proposed(
      ProposalKind<C> kind, C content, String reason, Caller by, Once once) {
    Instant now = clock.instant();
    tables.expire(now);
    var proposal =
        new Proposal(
            new ProposalId(ids.next()),
            kind.name(),
            kind.subject(content),
            json.writeValueAsString(content),
            changes(kind, content),
            reason,
            new OperatorId(by.party()),
            now,
            now.plus(LIFE),
            Proposal.State.PROPOSED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (!tables.insert(proposal)) {
      throw Problem.of(ErrorCode.PROPOSAL_OPEN).thrown();
    }
    trail.record(by, "proposal.make", proposal.id().text(), "done", kind.name());
    var outcome = new Outcome("proposed", proposal.id());
    once.store(202, outcome);
    return ResponseEntity.status(202).body(outcome);
  }

  /**
   * Makes a change that one operator may make alone; answers 200 with its {@link Outcome}.
   *
   * @param reason as it came, checked here; written in the audit trail
   */
  public <C> ResponseEntity<Object> alone(
      ProposalKind<C> kind, C content, @Nullable String reason, Caller by, Once once) {
    String why = Text.required("reason", reason, 200);
    return transaction.execute(status -> made(kind, content, why, by, once));
  }

  private <C> ResponseEntity<Object> made(
      ProposalKind<C> kind, C content, String reason, Caller by, Once once) {
    changes(kind, content);
    trail.record(by, kind.name(), kind.subject(content), "done", reason);
    once.store(200, Outcome.DONE);
    if (!kind.carryOut(content, new OperatorId(by.party()).text())) {
      throw Problem.of(ErrorCode.PROPOSAL_STALE).thrown();
    }
    return ResponseEntity.ok(Outcome.DONE);
  }

  private static <C> List<Change> changes(ProposalKind<C> kind, C content) {
    List<Change> changes = kind.changes(content);
    if (changes.isEmpty()) {
      throw Problem.of(ErrorCode.NOTHING_TO_CHANGE).thrown();
    }
    return changes;
  }
}
