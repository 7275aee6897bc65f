package dev.qiao.operations;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Hiring;
import dev.qiao.identity.OperatorId;
import dev.qiao.identity.OperatorMember;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.Operators;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Proofs;
import dev.qiao.identity.Requires;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Those who run the platform, for those who manage them. Taking power away is done at once; giving
 * the roles that hold much of it takes two.
 */
@RestController
class OperatorRoutes {
  @Schema(name = "OperatorLine")
  record OperatorLine(
      OperatorId id, String name, OperatorRole role, String login, OperatorMember.State state) {
    static OperatorLine of(OperatorMember member) {
      return new OperatorLine(
          member.id(), member.name(), member.role(), member.login(), member.state());
    }

    @Override
    public String toString() {
      return id.toString();
    }
  }

  @Schema(name = "OperatorLines")
  record OperatorLines(List<OperatorLine> items) {}

  /** Roles that take two to give are given afterwards. */
  @Schema(name = "OperatorInvitation")
  record OperatorInvitation(
      @Nullable String name,
      @Nullable String login,
      @Schema(allowableValues = {"support", "risk"}) @Nullable String role) {
    @Override
    public String toString() {
      return "OperatorInvitation";
    }
  }

  /** {@code invitationPath} holds a secret; it is null in a replayed answer. */
  @Schema(name = "OperatorInvited")
  record OperatorInvited(OperatorLine operator, @Nullable String invitationPath) {
    @Override
    public String toString() {
      return operator.toString();
    }
  }

  @Schema(name = "RoleChange")
  record RoleChange(
      @Schema(allowableValues = {"administrator", "support", "risk", "finance", "compliance"})
          @Nullable String role,
      @Nullable String reason) {}

  @Schema(name = "OperatorClosing")
  record OperatorClosing(@Nullable String reason) {}

  private final Operators operators;
  private final RoleGrant kind;
  private final FourEyes fourEyes;
  private final Proofs proofs;
  private final AuditTrail audit;
  private final Idempotency idempotency;
  private final TransactionOperations transaction;

  OperatorRoutes(
      Operators operators,
      RoleGrant kind,
      FourEyes fourEyes,
      Proofs proofs,
      AuditTrail audit,
      Idempotency idempotency,
      TransactionOperations transaction) {
    this.operators = operators;
    this.kind = kind;
    this.fourEyes = fourEyes;
    this.proofs = proofs;
    this.audit = audit;
    this.idempotency = idempotency;
    this.transaction = transaction;
  }

  @GetMapping("/v1/operations/operators")
  @Requires(Permission.OPERATORS_READ)
  @Operation(summary = "Who runs the platform")
  OperatorLines list() {
    return new OperatorLines(operators.list().stream().map(OperatorLine::of).toList());
  }

  @PostMapping("/v1/operations/operators")
  @Requires(Permission.OPERATORS_MANAGE)
  @Operation(summary = "Invite an operator, as one of support or risk; the path is told once")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OperatorInvited.class)))
  ResponseEntity<Object> invite(
      Caller caller, IdempotencyKey key, @RequestBody OperatorInvitation asked) {
    String name = Text.required("name", asked.name(), 40);
    String login = Text.required("login", asked.login(), 60);
    OperatorRole role = role(asked.role());
    if (role.takesTwoToGive()) {
      throw invalid("role");
    }
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "operator.invite",
        asked,
        once ->
            transaction.execute(
                status -> answer(operators.invite(caller, name, role, login), once)));
  }

  /** The answer is stored without its link: secrets are not kept. */
  private static ResponseEntity<Object> answer(Hiring<OperatorMember> hiring, Once once) {
    return switch (hiring) {
      case Hiring.Invited<OperatorMember>(var member, var path) -> {
        once.store(201, new OperatorInvited(OperatorLine.of(member), null));
        yield ResponseEntity.status(201).body(new OperatorInvited(OperatorLine.of(member), path));
      }
      case Hiring.NameInvalid<OperatorMember>() ->
          throw Problem.of(ErrorCode.NAME_INVALID).thrown();
      case Hiring.LoginInvalid<OperatorMember>() -> throw invalid("login");
      case Hiring.LoginTaken<OperatorMember>() -> throw Problem.of(ErrorCode.LOGIN_TAKEN).thrown();
      case Hiring.Hired<OperatorMember> _, Hiring.PasswordRefused<OperatorMember> _ ->
          throw new IllegalStateException("An invitation asks for no password");
    };
  }

  @PostMapping("/v1/operations/operators/{id}/role")
  @Requires(Permission.OPERATORS_MANAGE)
  @Operation(
      summary = "Give an operator another role: at once, or by a proposal where it takes two")
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It waits for a second operator",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> changeRole(
      Caller caller, IdempotencyKey key, @PathVariable String id, @RequestBody RoleChange body) {
    OperatorId operator = read(id);
    OperatorRole to = role(body.role());
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "operator.role",
        List.of(operator, body),
        once -> changeRole(caller, known(operator), to, body.reason(), once));
  }

  private ResponseEntity<Object> changeRole(
      Caller caller, OperatorMember member, OperatorRole to, @Nullable String reason, Once once) {
    var grant = new RoleGrant.Grant(member.id().text(), member.role(), to);
    if (to.takesTwoToGive() && !mayMakeTheSecond(caller, to)) {
      return fourEyes.propose(kind, grant, reason, caller, once);
    }
    requireAnotherAdministrator(member);
    return fourEyes.alone(kind, grant, reason, caller, once);
  }

  /** There is nobody to ask while nobody else ever administered. */
  private boolean mayMakeTheSecond(Caller caller, OperatorRole to) {
    return to == OperatorRole.ADMINISTRATOR
        && operators.isOnlyAdministratorEver(new OperatorId(caller.party()));
  }

  @PostMapping("/v1/operations/operators/{id}/close")
  @Requires(Permission.OPERATORS_MANAGE)
  @Operation(summary = "Let an operator out, at once, everywhere and for ever")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> close(
      Caller caller,
      IdempotencyKey key,
      @PathVariable String id,
      @RequestBody OperatorClosing body) {
    OperatorId operator = read(id);
    String reason = Text.required("reason", body.reason(), 200);
    proofs.require(caller);
    return idempotency.once(
        caller,
        key,
        "operator.close",
        List.of(operator, reason),
        once -> transaction.execute(status -> close(caller, known(operator), reason, once)));
  }

  private ResponseEntity<Object> close(
      Caller caller, OperatorMember member, String reason, Once once) {
    var done = new FourEyes.Outcome("done", null);
    return switch (operators.close(member.id())) {
      case DONE -> {
        audit.record(caller, "operator.close", member.id().text(), "done", reason);
        once.store(200, done);
        yield ResponseEntity.ok(done);
      }
      case MISSED -> throw Problem.of(ErrorCode.NOT_FOUND).thrown();
      case LAST_ADMINISTRATOR -> throw Problem.of(ErrorCode.LAST_ADMINISTRATOR).thrown();
    };
  }

  private void requireAnotherAdministrator(OperatorMember member) {
    if (operators.isLastAdministrator(member.id())) {
      throw Problem.of(ErrorCode.LAST_ADMINISTRATOR).thrown();
    }
  }

  private OperatorMember known(OperatorId id) {
    return operators
        .find(id)
        .filter(member -> member.state() != OperatorMember.State.CLOSED)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static OperatorId read(String id) {
    return OperatorId.parse(id).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  private static OperatorRole role(@Nullable String text) {
    return OperatorRole.find(Text.required("role", text, 20)).orElseThrow(() -> invalid("role"));
  }

  private static RuntimeException invalid(String field) {
    return Problem.of(ErrorCode.FIELD_INVALID).with("field", field).thrown();
  }
}
