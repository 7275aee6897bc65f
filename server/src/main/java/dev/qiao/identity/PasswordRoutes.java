package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
class PasswordRoutes {
  /**
   * {@code currentPassword} may be left out by who has none, and by who has forgotten it and has
   * shown something else within the last ten minutes.
   */
  @Schema(name = "PasswordChange")
  record PasswordChange(@Nullable String password, @Nullable String currentPassword) {
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
  private final Attempts attempts;
  private final IdentityProblems problems;
  private final TransactionOperations transaction;
  private final AuditTrail audit;

  PasswordRoutes(
      Passwords passwords,
      SecondFactors secondFactors,
      Proofs proofs,
      Sessions sessions,
      Principals principals,
      CredentialChanges changes,
      Attempts attempts,
      IdentityProblems problems,
      TransactionOperations transaction,
      AuditTrail audit) {
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.proofs = proofs;
    this.sessions = sessions;
    this.principals = principals;
    this.changes = changes;
    this.attempts = attempts;
    this.problems = problems;
    this.transaction = transaction;
    this.audit = audit;
  }

  @PutMapping("/v1/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Set or change one's password; ends one's other sessions")
  void change(Caller caller, @RequestBody PasswordChange asked) {
    boolean forgotten = asked.currentPassword() == null;
    if (forgotten) {
      proofs.requireOther(caller, Factor.PASSWORD);
      proofs.require(caller);
    } else {
      proofs.requireIfStrong(caller);
    }
    String password = IdentityProblems.required(asked.password(), "password");
    boolean secondFactor = secondFactors.guards(caller.app(), caller.party());
    PasswordRules.refusal(password, principals.login(caller), secondFactor)
        .ifPresent(
            refusal -> {
              throw IdentityProblems.of(refusal, secondFactor).thrown();
            });
    if (!forgotten) {
      requireCurrent(caller, asked.currentPassword());
    }
    String hash = passwords.hash(password);
    transaction.executeWithoutResult(
        status -> {
          boolean standsAlone = PasswordRules.standsAlone(password);
          if (forgotten) {
            passwords.set(caller.party(), hash, standsAlone);
          } else if (!passwords.change(caller.party(), hash, standsAlone)) {
            throw Problem.of(ErrorCode.CREDENTIAL_LOCKED).thrown();
          }
          // A lock that ended this session meanwhile is not undone by what was under way in it.
          if (!sessions.hold(caller)) {
            throw Problem.of(ErrorCode.SESSION_EXPIRED).thrown();
          }
          audit.record(caller, "password.set", caller.partyText(), "done", null);
          sessions.revokeOthers(caller);
          changes.record(caller, CredentialChange.PASSWORD_CHANGED);
        });
  }

  private void requireCurrent(Caller caller, String password) {
    switch (attempts.take(Limit.PROOF_OF_PARTY, caller.party().toString())) {
      case Taken.Exhausted(var until) -> throw problems.tooMany(until).thrown();
      case Taken.Counted(int left) -> {
        if (!passwords.matches(Optional.of(caller.party()), password)) {
          throw Problem.of(ErrorCode.FACTOR_WRONG).with("attempts_left", left).thrown();
        }
        attempts.forget(Limit.PROOF_OF_PARTY, caller.party().toString());
      }
    }
  }
}
