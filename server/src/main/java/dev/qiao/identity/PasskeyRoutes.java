package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.Challenge.Purpose;
import dev.qiao.identity.PasskeyViews.CreationView;
import dev.qiao.identity.PasskeyViews.PasskeyView;
import dev.qiao.identity.PasskeyViews.PasskeysView;
import dev.qiao.identity.PasskeyViews.RequestView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys, and the challenge to sign in with one. */
@RestController
class PasskeyRoutes {
  static final int NAME_MAX = 40;

  @Schema(name = "PasskeyChange")
  record PasskeyChange(@Nullable String name) {}

  private final Passkeys passkeys;
  private final PasskeyRequests requests;
  private final Principals principals;
  private final Proofs proofs;
  private final SecondFactors secondFactors;
  private final Sessions sessions;
  private final SessionAnswers answers;
  private final CredentialChanges changes;
  private final Attempts attempts;
  private final IdentityProblems problems;

  PasskeyRoutes(
      Passkeys passkeys,
      PasskeyRequests requests,
      Principals principals,
      Proofs proofs,
      SecondFactors secondFactors,
      Sessions sessions,
      SessionAnswers answers,
      CredentialChanges changes,
      Attempts attempts,
      IdentityProblems problems) {
    this.passkeys = passkeys;
    this.requests = requests;
    this.principals = principals;
    this.proofs = proofs;
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.answers = answers;
    this.changes = changes;
    this.attempts = attempts;
    this.problems = problems;
  }

  @GetMapping("/v1/passkeys")
  @Operation(summary = "One's passkeys, in the order they were made")
  PasskeysView list(Caller caller) {
    return new PasskeysView(
        passkeys.of(caller.party()).stream().map(row -> PasskeyView.of(row.passkey())).toList());
  }

  @PostMapping("/v1/passkeys/challenges")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin to add a passkey")
  CreationView begin(Caller caller) {
    proofs.require(caller);
    var name = principals.name(caller);
    return requests.creation(
        passkeys.challenge(Purpose.REGISTER, caller.app(), Optional.of(caller.party())),
        caller.party(),
        name.login(),
        name.shown());
  }

  @PostMapping("/v1/passkeys")
  @Operation(summary = "Add a passkey; ends one's other sessions")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PasskeyView.class)))
  ResponseEntity<PasskeyView> add(
      Caller caller, @RequestBody Attestation asked, HttpServletRequest request) {
    String name =
        Text.optional("name", asked.name(), NAME_MAX)
            .orElseGet(() -> Device.of(request.getHeader("User-Agent")));
    return switch (passkeys.add(
        caller,
        asked,
        name.isEmpty() ? "Passkey" : name,
        begunAt -> proofs.requireSince(caller, begunAt))) {
      case Passkeys.Adding.Added(var passkey) -> {
        sessions.revokeOthers(caller);
        changes.record(caller, CredentialChange.PASSKEY_ADDED);
        yield answers
            .enrolled(
                HttpStatus.CREATED, caller, Factor.PASSKEY, Optional.of(passkey.id()), request)
            .body(PasskeyView.of(passkey));
      }
      case Passkeys.Adding.TooMany() ->
          throw Problem.of(ErrorCode.PASSKEYS_TOO_MANY).with("maximum", Passkeys.MAX).thrown();
      case Passkeys.Adding.Refused() -> throw Problem.of(ErrorCode.PASSKEY_REFUSED).thrown();
    };
  }

  @PatchMapping("/v1/passkeys/{id}")
  @Operation(summary = "Call a passkey something else")
  PasskeyView rename(Caller caller, @PathVariable String id, @RequestBody PasskeyChange asked) {
    String name = Text.required("name", asked.name(), NAME_MAX);
    return PasskeyId.parse(id)
        .flatMap(passkey -> passkeys.rename(caller, passkey, name))
        .map(PasskeyView::of)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  @DeleteMapping("/v1/passkeys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove a passkey; ends one's other sessions")
  void remove(Caller caller, @PathVariable String id) {
    proofs.require(caller);
    int left = passkeys.openBeside(caller.party(), PasskeyId.parse(id));
    if (secondFactors.wouldLack(caller.app(), caller.party(), Factor.PASSKEY, left)) {
      throw Problem.of(ErrorCode.LAST_FACTOR).thrown();
    }
    boolean removed =
        PasskeyId.parse(id).map(passkey -> passkeys.remove(caller, passkey)).orElse(false);
    if (!removed) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
    sessions.revokeOthers(caller);
    changes.record(caller, CredentialChange.PASSKEY_REMOVED);
  }

  @PostMapping("/v1/passkey-challenges")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin to sign in with a passkey: the same for everybody")
  RequestView beginSignIn(HttpServletRequest request) {
    var app = Browser.app(request);
    if (attempts.take(Limit.CHALLENGE_FROM_ADDRESS, request.getRemoteAddr())
        instanceof Taken.Exhausted(var until)) {
      throw problems.tooMany(until).thrown();
    }
    return requests.request(passkeys.challenge(Purpose.SIGN_IN, app, Optional.empty()));
  }
}
