package dev.qiao.operations;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Idempotency;
import dev.qiao.api.IdempotencyKey;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.FactorPolicy;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.proposal.FourEyes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which role must have a second factor. A change takes two operators. */
@RestController
class FactorPolicyRoutes {
  /** {@code fixed}: operators always need one, whatever anybody decides. */
  @Schema(name = "FactorRule")
  record RuleView(
      @Schema(
              allowableValues = {
                "person",
                "owner",
                "manager",
                "cashier",
                "administrator",
                "support",
                "risk",
                "finance",
                "compliance"
              })
          String role,
      SecondFactor secondFactor,
      boolean fixed) {}

  @Schema(name = "FactorRules")
  record RulesView(List<RuleView> items) {}

  @Schema(name = "FactorRuleChange")
  record RuleChange(
      @Schema(
              allowableValues = {"if_enrolled", "on_new_device", "required"},
              description = "on_new_device is for people only")
          @Nullable String secondFactor,
      @Nullable String reason) {}

  private final FactorPolicy policy;
  private final FactorRule kind;
  private final FourEyes fourEyes;
  private final Idempotency idempotency;

  FactorPolicyRoutes(
      FactorPolicy policy, FactorRule kind, FourEyes fourEyes, Idempotency idempotency) {
    this.policy = policy;
    this.kind = kind;
    this.fourEyes = fourEyes;
    this.idempotency = idempotency;
  }

  @GetMapping("/v1/operations/factor-policy")
  @Requires(Permission.FACTOR_POLICY_READ)
  @Operation(summary = "What each role must show to sign in")
  RulesView list() {
    return new RulesView(
        policy.rules().stream()
            .map(rule -> new RuleView(rule.role(), rule.secondFactor(), rule.isFixed()))
            .toList());
  }

  @PostMapping("/v1/operations/factor-policy/{role}")
  @Requires(Permission.FACTOR_POLICY_CHANGE)
  @Operation(summary = "Propose what a role must show to sign in")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = FourEyes.Outcome.class)))
  ResponseEntity<Object> change(
      Caller operator,
      IdempotencyKey key,
      @PathVariable String role,
      @RequestBody RuleChange body) {
    FactorPolicy.Rule rule =
        kind.find(role).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
    SecondFactor to =
        SecondFactor.find(Text.required("second_factor", body.secondFactor(), 20))
            .filter(rule::takes)
            .orElseThrow(
                () -> Problem.of(ErrorCode.FIELD_INVALID).with("field", "second_factor").thrown());
    return idempotency.once(
        operator,
        key,
        "factor_policy.change",
        List.of(role, body),
        once ->
            fourEyes.propose(
                kind,
                new FactorRule.Rule(role, rule.secondFactor(), to),
                body.reason(),
                operator,
                once));
  }
}
