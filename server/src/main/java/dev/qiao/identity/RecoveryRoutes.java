package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.OneTimeCodes.CodeCheck;
import dev.qiao.identity.OneTimeCodes.Purpose;
import dev.qiao.identity.Views.SessionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whoever has lost all that opens their wallet. Nothing here tells whether there is one. */
@RestController
class RecoveryRoutes {
  /**
   * {@code wallet} is the phone or email that the wallet is known by, {@code name} that of its
   * person. A code for {@code recover} shows where whoever applies is reached; it may be left out.
   */
  @Schema(name = "RecoveryApplication")
  record RecoveryApplication(
      @Nullable String wallet,
      @Nullable String name,
      @Nullable String codeId,
      @Nullable String code) {
    @Override
    public String toString() {
      return "RecoveryApplication";
    }
  }

  /** The secret that applying has answered, or that a link carries. */
  @Schema(name = "RecoveryToken")
  record RecoveryToken(@Nullable String token) {
    @Override
    public String toString() {
      return "RecoveryToken";
    }
  }

  /** The code was sent for {@code recover} to what the wallet shall be known by. */
  @Schema(name = "RecoveryCompletion")
  record RecoveryCompletion(
      @Nullable String token, @Nullable String codeId, @Nullable String code) {
    @Override
    public String toString() {
      return "RecoveryCompletion";
    }
  }

  /** {@code token} is answered once, to whoever applied. */
  @Schema(name = "Recovery")
  record RecoveryView(
      @Nullable String token,
      Recovery.State state,
      boolean ready,
      Instant appliedAt,
      Instant dueAt,
      Instant expiresAt) {
    @Override
    public String toString() {
      return "Recovery[" + state + "]";
    }
  }

  private final Recoveries recoveries;
  private final RecoveryLinks links;
  private final OneTimeCodes codes;
  private final Sessions sessions;
  private final Attempts attempts;
  private final SessionAnswers answers;
  private final IdentityProblems problems;
  private final InstantSource clock;

  RecoveryRoutes(
      Recoveries recoveries,
      RecoveryLinks links,
      OneTimeCodes codes,
      Sessions sessions,
      Attempts attempts,
      SessionAnswers answers,
      IdentityProblems problems,
      InstantSource clock) {
    this.recoveries = recoveries;
    this.links = links;
    this.codes = codes;
    this.sessions = sessions;
    this.attempts = attempts;
    this.answers = answers;
    this.problems = problems;
    this.clock = clock;
  }

  @PostMapping("/v1/recoveries")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask for a wallet to be opened again: the same for everybody")
  RecoveryView apply(@RequestBody RecoveryApplication asked, HttpServletRequest request) {
    App app = walletOf(request);
    Contact wallet =
        Contact.parse(IdentityProblems.required(asked.wallet(), "wallet"))
            .orElseThrow(() -> IdentityProblems.field("wallet").thrown());
    String name =
        PersonName.parse(IdentityProblems.required(asked.name(), "name"))
            .orElseThrow(() -> Problem.of(ErrorCode.NAME_INVALID).thrown());
    var place = Browser.place(app, request);
    recoveries
        .count(wallet, place)
        .ifPresent(
            until -> {
              throw problems.tooMany(until).thrown();
            });
    Optional<Contact> shown =
        asked.codeId() == null
            ? Optional.empty()
            : Optional.of(shown(asked.codeId(), asked.code()));
    var application = recoveries.apply(wallet, name, shown, place);
    return view(application.recovery(), application.claim().text());
  }

  @PostMapping("/v1/recoveries/state")
  @Operation(summary = "How far a wish to have a wallet opened again has come")
  RecoveryView state(@RequestBody RecoveryToken asked, HttpServletRequest request) {
    count(request);
    Token claim = new Token(IdentityProblems.required(asked.token(), "token"));
    return recoveries
        .byClaim(claim)
        .map(recovery -> view(recovery, null))
        .orElseThrow(RecoveryRoutes::unknown);
  }

  @PostMapping("/v1/recoveries/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Stop a recovery by the link that its person was sent")
  void cancel(@RequestBody RecoveryToken asked, HttpServletRequest request) {
    count(request);
    RecoveryId id =
        links
            .read(IdentityProblems.required(asked.token(), "token"))
            .orElseThrow(RecoveryRoutes::unknown);
    if (!recoveries.cancelByLink(id, request.getRemoteAddr())) {
      throw unknown();
    }
  }

  @PostMapping("/v1/recoveries/complete")
  @Operation(summary = "Open the wallet again; all that opened it before is void")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  ResponseEntity<SessionView> complete(
      @RequestBody RecoveryCompletion asked, HttpServletRequest request) {
    App app = count(request);
    Token claim = new Token(IdentityProblems.required(asked.token(), "token"));
    IdentityProblems.required(asked.codeId(), "code_id");
    // A code is not used up for what has to wait.
    Recovery ready =
        recoveries
            .byClaim(claim)
            .filter(this::isReady)
            .orElseThrow(() -> Problem.of(ErrorCode.RECOVERY_NOT_READY).thrown());
    if (sessions.isLocked(ready.person().value(), Browser.place(app, request))) {
      throw Problem.of(ErrorCode.DEVICE_LOCKED).thrown();
    }
    Contact shown = shown(asked.codeId(), asked.code());
    return switch (recoveries.complete(claim, shown, request.getRemoteAddr())) {
      case Recoveries.Completion.Completed(PersonId person) ->
          answers.open(app, person.value(), Factor.RECOVERY, request);
      case Recoveries.Completion.NotReady() ->
          throw Problem.of(ErrorCode.RECOVERY_NOT_READY).thrown();
    };
  }

  private App count(HttpServletRequest request) {
    App app = walletOf(request);
    attempts
        .takeAt(Browser.place(app, request), Limit.TOKEN_FROM_ADDRESS, Limit.TOKEN_FROM_DEVICE)
        .ifPresent(
            until -> {
              throw problems.tooMany(until).thrown();
            });
    return app;
  }

  private static App walletOf(HttpServletRequest request) {
    if (Browser.app(request) != App.WALLET) {
      throw IdentityProblems.field(App.HEADER).thrown();
    }
    return App.WALLET;
  }

  private Contact shown(String codeId, @Nullable String code) {
    CodeId id = CodeId.parse(codeId).orElseThrow(() -> Problem.of(ErrorCode.CODE_EXPIRED).thrown());
    return switch (codes.check(id, Purpose.RECOVER, IdentityProblems.required(code, "code"))) {
      case CodeCheck.Right(Contact contact) -> contact;
      case CodeCheck.Wrong(int left) ->
          throw Problem.of(ErrorCode.CODE_WRONG).with("attempts_left", left).thrown();
      case CodeCheck.Expired() -> throw Problem.of(ErrorCode.CODE_EXPIRED).thrown();
    };
  }

  private boolean isReady(Recovery recovery) {
    Instant now = clock.instant();
    return recovery.state(now) == Recovery.State.APPROVED && !now.isBefore(recovery.dueAt());
  }

  private RecoveryView view(Recovery recovery, @Nullable String token) {
    return new RecoveryView(
        token,
        recovery.state(clock.instant()),
        isReady(recovery),
        recovery.appliedAt(),
        recovery.dueAt(),
        recovery.expiresAt());
  }

  private static RuntimeException unknown() {
    return Problem.of(ErrorCode.RECOVERY_UNKNOWN).thrown();
  }
}
