package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
class PasswordRoutes {
  @Schema(name = "PasswordChange")
  record PasswordChange(@Nullable String password) {
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final Proofs proofs;
  private final Sessions sessions;
  private final Principals principals;
  private final CredentialChanges changes;
  private final AuditTrail audit;

  PasswordRoutes(
      Passwords passwords,
      SecondFactors secondFactors,
      Proofs proofs,
      Sessions sessions,
      Principals principals,
      CredentialChanges changes,
      AuditTrail audit) {
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.proofs = proofs;
    this.sessions = sessions;
    this.principals = principals;
    this.changes = changes;
    this.audit = audit;
  }

  @PutMapping("/v1/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Set or change one's password; ends one's other sessions")
  void change(Caller caller, @RequestBody PasswordChange asked) {
    proofs.require(caller);
    String password = IdentityProblems.required(asked.password(), "password");
    boolean secondFactor = secondFactors.guards(caller.app(), caller.party());
    PasswordRules.refusal(password, principals.login(caller), secondFactor)
        .ifPresent(
            refusal -> {
              throw IdentityProblems.of(refusal, secondFactor).thrown();
            });
    passwords.set(caller.party(), passwords.hash(password), PasswordRules.standsAlone(password));
    audit.record(caller, "password.set", caller.partyText(), "done", null);
    sessions.revokeOthers(caller);
    changes.record(caller, CredentialChange.PASSWORD_CHANGED);
  }
}
