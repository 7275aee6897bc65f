package dev.qiao.operations;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Lost;
import dev.qiao.identity.OperatorId;
import dev.qiao.identity.Operators;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Proofs;
import dev.qiao.identity.Requires;
import dev.qiao.operations.OperatorRoutes.OperatorInvited;
import dev.qiao.operations.OperatorRoutes.OperatorLine;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How an operator who cannot sign in comes back: two agree, and a link is handed over. */
@RestController
class OperatorAccessRoutes {
  @Schema(name = "OperatorReset")
  record OperatorReset(
      @Schema(
              allowableValues = {"password", "everything"},
              description = "What they cannot show any more")
          @Nullable String lost,
      @Nullable String reason) {}

  private final Operators operators;
  private final AccessReset kind;
  private final FourEyes fourEyes;
  private final Proofs proofs;
  private final Idempotency idempotency;
  private final TransactionOperations transaction;

  OperatorAccessRoutes(
      Operators operators,
      AccessReset kind,
      FourEyes fourEyes,
      Proofs proofs,
      Idempotency idempotency,
      TransactionOperations transaction) {
    this.operators = operators;
    this.kind = kind;
    this.fourEyes = fourEyes;
    this.proofs = proofs;
    this.idempotency = idempotency;
    this.transaction = transaction;
  }

  @PostMapping("/v1/operations/operators/{id}/reset")
  @Requires(Permission.OPERATORS_MANAGE)
  @Operation(summary = "Propose that an operator who cannot sign in is invited anew")
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> reset(
      Caller caller, IdempotencyKey key, @PathVariable String id, @RequestBody OperatorReset body) {
    OperatorId operator = read(id);
    Lost lost =
        Lost.find(Text.required("lost", body.lost(), 20))
            .orElseThrow(() -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "lost").thrown());
    if (operator.value().equals(caller.party())) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "operator.reset",
        List.of(operator, body),
        once ->
            fourEyes.propose(
                kind, new AccessReset.Reset(known(operator), lost), body.reason(), caller, once));
  }

  @PostMapping("/v1/operations/operators/{id}/invitation")
  @Requires(Permission.OPERATORS_MANAGE)
  @Operation(summary = "Make a new link for who has not come yet; the path is told once")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OperatorInvited.class)))
  ResponseEntity<Object> invite(Caller caller, IdempotencyKey key, @PathVariable String id) {
    OperatorId operator = read(id);
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "operator.invite_again",
        List.of(operator),
        once -> transaction.execute(status -> link(caller, operator, once)));
  }

  /** The answer is stored without its link: secrets are not kept. */
  private ResponseEntity<Object> link(Caller caller, OperatorId operator, Once once) {
    var invited =
        operators.inviteAgain(caller, operator).orElseThrow(OperatorAccessRoutes::unknown);
    var line = OperatorLine.of(invited.member());
    once.store(201, new OperatorInvited(line, null));
    return ResponseEntity.status(201).body(new OperatorInvited(line, invited.path()));
  }

  private String known(OperatorId id) {
    return operators.find(id).orElseThrow(OperatorAccessRoutes::unknown).id().text();
  }

  private static OperatorId read(String id) {
    return OperatorId.parse(id).orElseThrow(OperatorAccessRoutes::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(ErrorCode.NOT_FOUND).thrown();
  }
}
