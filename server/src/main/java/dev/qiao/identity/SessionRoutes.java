package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.SignIns.SignInResult;
import dev.qiao.identity.Views.LockedDeviceView;
import dev.qiao.identity.Views.SessionInfoView;
import dev.qiao.identity.Views.SessionInfosView;
import dev.qiao.identity.Views.SessionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and the list of one's sessions. */
@RestController
class SessionRoutes {
  /**
   * By password: {@code login} and {@code password}. By code: {@code code_id} and {@code code}. By
   * passkey: {@code passkey}, over a challenge from {@code /v1/passkey-challenges}. A second factor
   * ({@code totp}, {@code recovery_code}, {@code pin}, {@code password}): {@code
   * second_factor_token}, and the secret as {@code code}; a one-time code as second factor: {@code
   * code_id} besides.
   */
  @Schema(name = "SignIn")
  record SignIn(
      @Schema(allowableValues = {"password", "code", "passkey", "totp", "recovery_code", "pin"})
          @Nullable String method,
      @Nullable String login,
      @Nullable String password,
      @Nullable String codeId,
      @Nullable String code,
      @Nullable Assertion passkey,
      @Nullable String secondFactorToken) {
    @Override
    public String toString() {
      return "SignIn[method=" + method + "]";
    }
  }

  /** Not cookies nor storage: the other apps' sessions and people's choices are there too. */
  private static final String FORGET = "\"cache\"";

  private final SignIns signIns;
  private final Sessions sessions;
  private final SessionAnswers answers;
  private final Principals principals;
  private final IdentityProblems problems;

  SessionRoutes(
      SignIns signIns,
      Sessions sessions,
      SessionAnswers answers,
      Principals principals,
      IdentityProblems problems) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.answers = answers;
    this.principals = principals;
    this.problems = problems;
  }

  @PostMapping("/v1/sessions")
  @Operation(summary = "Sign in")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  ResponseEntity<SessionView> signIn(@RequestBody SignIn asked, HttpServletRequest request) {
    App app = Browser.app(request);
    return switch (result(asked, app, request)) {
      case SignInResult.SignedIn(UUID party, var session, boolean mustEnrol) ->
          answers.opened(app, party, session, mustEnrol, request);
      case SignInResult.Halfway(var needed) -> answers.half(app, needed);
      case SignInResult.FactorWrong(int left) ->
          throw Problem.of(ErrorCode.FACTOR_WRONG).with("attempts_left", left).thrown();
      case SignInResult.LockedOut() -> throw Problem.of(ErrorCode.PARTY_LOCKED).thrown();
      case SignInResult.DeviceLocked() -> throw Problem.of(ErrorCode.DEVICE_LOCKED).thrown();
      case SignInResult.SignInExpired() -> throw Problem.of(ErrorCode.SIGN_IN_EXPIRED).thrown();
      case SignInResult.Unrecognised(Token token, var expiresAt, var needed) ->
          answers.unrecognised(token, expiresAt, needed);
      case SignInResult.TooMany(var until) -> throw problems.tooMany(until).thrown();
      case SignInResult.CredentialsWrong(int left) ->
          throw Problem.of(ErrorCode.CREDENTIALS_WRONG).with("attempts_left", left).thrown();
      case SignInResult.PasskeyRefused() -> throw Problem.of(ErrorCode.PASSKEY_REFUSED).thrown();
      case SignInResult.CodeWrong(int left) ->
          throw Problem.of(ErrorCode.CODE_WRONG).with("attempts_left", left).thrown();
      case SignInResult.CodeExpired() -> throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    };
  }

  private SignInResult result(SignIn asked, App app, HttpServletRequest request) {
    var place = Browser.place(app, request);
    if (asked.secondFactorToken() != null || "totp".equals(asked.method())) {
      Token token =
          new Token(IdentityProblems.required(asked.secondFactorToken(), "second_factor_token"));
      if ("code".equals(asked.method()) && app == App.WALLET) {
        String code = IdentityProblems.required(asked.code(), "code");
        return CodeId.parse(IdentityProblems.required(asked.codeId(), "code_id"))
            .map(id -> signIns.bySentCode(token, id, code, place))
            .orElseGet(SignInResult.CodeExpired::new);
      }
      return signIns.bySecondFactor(
          token,
          Optional.ofNullable(asked.method())
              .flatMap(Factor::find)
              .orElseThrow(() -> IdentityProblems.field("method").thrown()),
          IdentityProblems.required(asked.code(), "code"),
          place);
    }
    if ("password".equals(asked.method())) {
      String login = IdentityProblems.required(asked.login(), "login");
      return signIns.byPassword(
          login, IdentityProblems.required(asked.password(), "password"), place);
    }
    if ("code".equals(asked.method()) && app == App.WALLET) {
      String code = IdentityProblems.required(asked.code(), "code");
      return CodeId.parse(IdentityProblems.required(asked.codeId(), "code_id"))
          .map(id -> signIns.byCode(id, code, place))
          .orElseGet(SignInResult.CodeExpired::new);
    }
    if ("passkey".equals(asked.method())) {
      return signIns.byPasskey(IdentityProblems.required(asked.passkey(), "passkey"), place);
    }
    throw IdentityProblems.field("method").thrown();
  }

  @GetMapping("/v1/session")
  @Operation(summary = "Who is signed in")
  SessionView session(Caller caller, HttpServletRequest request) {
    Token token = Browser.token(caller.app(), request).orElseThrow();
    var session =
        sessions.find(caller).orElseThrow(() -> Problem.of(ErrorCode.SESSION_EXPIRED).thrown());
    return principals.session(
        caller.app(),
        session.id(),
        caller.party(),
        token.csrf(),
        session.expiresAt(),
        session.mustEnrol());
  }

  @DeleteMapping("/v1/session")
  @Operation(summary = "Sign out")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Void> signOut(Caller caller, HttpServletRequest request) {
    sessions.revoke(caller, new SessionId(caller.session()));
    return ResponseEntity.status(HttpStatus.NO_CONTENT)
        .header(HttpHeaders.SET_COOKIE, Browser.noCookie(caller.app(), request))
        .header("Clear-Site-Data", FORGET)
        .build();
  }

  @GetMapping("/v1/sessions")
  @Operation(summary = "Where one is signed in")
  SessionInfosView list(Caller caller) {
    return new SessionInfosView(
        sessions.list(caller).stream()
            .map(
                row ->
                    new SessionInfoView(
                        row.id(),
                        row.device(),
                        row.address(),
                        row.createdAt(),
                        row.seenAt(),
                        row.id().value().equals(caller.session())))
            .toList(),
        sessions.locked(caller).stream()
            .map(
                device ->
                    new LockedDeviceView(
                        device.id().text(), device.name(), device.lockedAt().orElseThrow()))
            .toList());
  }

  @DeleteMapping("/v1/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sign out elsewhere")
  void revoke(Caller caller, @PathVariable String id) {
    boolean revoked =
        SessionId.parse(id).map(session -> sessions.revoke(caller, session)).orElse(false);
    if (!revoked) {
      throw Problem.of(ErrorCode.NOT_FOUND).thrown();
    }
  }
}
