package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Challenge.Purpose;
import dev.qiao.identity.FactorViews.ProofMethodsView;
import dev.qiao.identity.PasskeyViews.RequestView;
import dev.qiao.identity.Views.SessionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Showing again that it is the same person, before something grave. */
@RestController
class ProofRoutes {
  /** {@code secret} is the password, PIN or code; {@code passkey} signs a challenge of its own. */
  @Schema(name = "Proof")
  record ProofRequest(
      @Schema(allowableValues = {"password", "pin", "totp", "recovery_code", "passkey"})
          @Nullable String method,
      @Nullable String secret,
      @Nullable Assertion passkey) {
    @Override
    public String toString() {
      return "Proof[" + method + "]";
    }
  }

  private final Proofs proofs;
  private final Passkeys passkeys;
  private final PasskeyRequests requests;
  private final Principals principals;
  private final SessionAnswers answers;
  private final IdentityProblems problems;

  ProofRoutes(
      Proofs proofs,
      Passkeys passkeys,
      PasskeyRequests requests,
      Principals principals,
      SessionAnswers answers,
      IdentityProblems problems) {
    this.proofs = proofs;
    this.passkeys = passkeys;
    this.requests = requests;
    this.principals = principals;
    this.answers = answers;
    this.problems = problems;
  }

  @GetMapping("/v1/session/proof")
  @Operation(summary = "By what one can show again that it is oneself")
  ProofMethodsView methods(Caller caller) {
    return new ProofMethodsView(proofs.methods(caller));
  }

  @PostMapping("/v1/session/proof/challenges")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin to show it with a passkey")
  RequestView challenge(Caller caller) {
    return requests.request(
        passkeys.challenge(Purpose.PROVE, caller.app(), Optional.of(caller.party())));
  }

  @PostMapping("/v1/session/proof")
  @Operation(summary = "Show again that it is oneself; good for ten minutes")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  ResponseEntity<SessionView> prove(
      Caller caller, @RequestBody ProofRequest asked, HttpServletRequest request) {
    Factor factor =
        Optional.ofNullable(asked.method())
            .flatMap(Factor::find)
            .orElseThrow(() -> IdentityProblems.field("method").thrown());
    var proof =
        factor == Factor.PASSKEY
            ? proofs.show(caller, IdentityProblems.required(asked.passkey(), "passkey"))
            : proofs.show(caller, factor, IdentityProblems.required(asked.secret(), "secret"));
    return switch (proof) {
      case Proofs.Proof.Proven(var passkey) -> answers.proven(caller, factor, passkey, request);
      case Proofs.Proof.Wrong(int left) ->
          throw Problem.of(ErrorCode.FACTOR_WRONG).with("attempts_left", left).thrown();
      case Proofs.Proof.TooMany(var until) -> throw problems.tooMany(until).thrown();
    };
  }
}
