package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import dev.qiao.identity.FactorViews.AuthenticatorSecretView;
import dev.qiao.identity.FactorViews.FactorsView;
import dev.qiao.identity.FactorViews.RecoveryCodesView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's authenticator app and its recovery codes. */
@RestController
class AuthenticatorRoutes {
  @Schema(name = "AuthenticatorCode")
  record AuthenticatorCode(@Nullable String code) {
    @Override
    public String toString() {
      return "AuthenticatorCode";
    }
  }

  private final Authenticators authenticators;
  private final Passkeys passkeys;
  private final Passwords passwords;
  private final Pins pins;
  private final WayInTables ways;
  private final FactorPolicy policy;
  private final SecondFactors secondFactors;
  private final Proofs proofs;
  private final Sessions sessions;
  private final SessionAnswers answers;
  private final Principals principals;
  private final CredentialChanges changes;
  private final Attempts attempts;
  private final IdentityProblems problems;
  private final PlatformTerms terms;

  AuthenticatorRoutes(
      Authenticators authenticators,
      Passkeys passkeys,
      Passwords passwords,
      Pins pins,
      WayInTables ways,
      FactorPolicy policy,
      SecondFactors secondFactors,
      Proofs proofs,
      Sessions sessions,
      SessionAnswers answers,
      Principals principals,
      CredentialChanges changes,
      Attempts attempts,
      IdentityProblems problems,
      PlatformTerms terms) {
    this.authenticators = authenticators;
    this.passkeys = passkeys;
    this.passwords = passwords;
    this.pins = pins;
    this.ways = ways;
    this.policy = policy;
    this.secondFactors = secondFactors;
    this.proofs = proofs;
    this.sessions = sessions;
    this.answers = answers;
    this.principals = principals;
    this.changes = changes;
    this.attempts = attempts;
    this.problems = problems;
    this.terms = terms;
  }

  @GetMapping("/v1/factors")
  @Operation(summary = "By what one signs in and confirms")
  FactorsView factors(Caller caller) {
    var party = caller.party();
    return new FactorsView(
        passwords.isSet(party),
        caller.kind() == Caller.Kind.PERSON && pins.isSet(new PersonId(party)),
        passkeys.of(party).size(),
        authenticators.since(party).orElse(null),
        authenticators.recoveryCodesLeft(party),
        policy.of(caller.app(), party) == SecondFactor.REQUIRED,
        PasswordRules.minimum(secondFactors.guards(caller.app(), party)),
        ways.soles(party).stream()
            .filter(sole -> sole.lockedAt().isPresent())
            .map(WayInTables.Sole::kind)
            .toList());
  }

  @PostMapping("/v1/authenticator")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin to set up an authenticator app; its secret is told only this once")
  AuthenticatorSecretView begin(Caller caller) {
    proofs.require(caller);
    return switch (authenticators.begin(caller.party())) {
      case Authenticators.Begun.Secret(byte[] secret) -> view(caller, secret);
      case Authenticators.Begun.AlreadyThere() ->
          throw Problem.of(ErrorCode.AUTHENTICATOR_EXISTS).thrown();
    };
  }

  private AuthenticatorSecretView view(Caller caller, byte[] secret) {
    String text = Base32.rfc4648(secret);
    String issuer = encoded(terms.name());
    String label = issuer + ":" + encoded(principals.name(caller).login());
    String uri =
        "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(label, text, issuer, Totp.DIGITS, Totp.SECONDS);
    return new AuthenticatorSecretView(text, uri);
  }

  @PostMapping("/v1/authenticator/confirm")
  @Operation(
      summary =
          "Show the first code; answers recovery codes, told only this once, and ends one's other sessions")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RecoveryCodesView.class)))
  ResponseEntity<RecoveryCodesView> confirm(
      Caller caller, @RequestBody AuthenticatorCode asked, HttpServletRequest request) {
    String code = IdentityProblems.required(asked.code(), "code");
    int left =
        switch (attempts.take(Limit.SECOND_FACTOR_OF_PARTY, caller.party().toString())) {
          case Taken.Exhausted(var until) -> throw problems.tooMany(until).thrown();
          case Taken.Counted(int more) -> more;
        };
    var codes =
        authenticators
            .confirm(caller, code, begunAt -> proofs.requireSince(caller, begunAt))
            .orElseThrow(
                () -> Problem.of(ErrorCode.FACTOR_WRONG).with("attempts_left", left).thrown());
    attempts.forget(Limit.SECOND_FACTOR_OF_PARTY, caller.party().toString());
    sessions.revokeOthers(caller);
    changes.record(caller, CredentialChange.AUTHENTICATOR_ADDED);
    return answers
        .enrolled(HttpStatus.OK, caller, Factor.TOTP, Optional.empty(), request)
        .body(new RecoveryCodesView(codes));
  }

  @DeleteMapping("/v1/authenticator")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove the authenticator app; ends one's other sessions")
  void remove(Caller caller) {
    proofs.require(caller);
    int left = passkeys.openBeside(caller.party(), Optional.empty());
    if (secondFactors.wouldLack(caller.app(), caller.party(), Factor.TOTP, left)) {
      throw Problem.of(ErrorCode.LAST_FACTOR).thrown();
    }
    boolean required = policy.of(caller.app(), caller.party()) == SecondFactor.REQUIRED;
    if (!required && passwords.needsSecondFactor(caller.party())) {
      throw IdentityProblems.of(PasswordRefusal.TOO_SHORT, false).thrown();
    }
    if (!authenticators.remove(caller)) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
    sessions.revokeOthers(caller);
    changes.record(caller, CredentialChange.AUTHENTICATOR_REMOVED);
  }

  @PostMapping("/v1/authenticator/recovery-codes")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make other recovery codes, told only this once; the old ones are void")
  RecoveryCodesView renew(Caller caller) {
    proofs.require(caller);
    if (!authenticators.has(caller.party())) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
    RecoveryCodesView codes = new RecoveryCodesView(authenticators.renewRecoveryCodes(caller));
    changes.record(caller, CredentialChange.RECOVERY_CODES_RENEWED);
    return codes;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
