package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.OneTimeCodes.CodeSending;
import dev.qiao.identity.OneTimeCodes.Purpose;
import dev.qiao.identity.Views.CodeDeliveryView;
import dev.qiao.identity.Views.CodeSentView;
import dev.qiao.identity.Views.SessionView;
import dev.qiao.notice.Notices;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes to a phone, and signing up with one. */
@RestController
class SignUpRoutes {
  /**
   * {@code phone} is left out for {@code reset_pin} and {@code confirm}: those codes go to the
   * phone of the person who is signed in. {@code via} asks for one of the other channels that a
   * delivery named.
   */
  @Schema(name = "CodeRequest")
  record CodeRequest(
      @Nullable String phone,
      @Schema(allowableValues = {"sign_up", "sign_in", "reset_pin", "confirm"})
          @Nullable String purpose,
      @Nullable String via) {
    @Override
    public String toString() {
      return "CodeRequest[purpose=" + purpose + "]";
    }
  }

  @Schema(name = "SignUp")
  record SignUp(@Nullable String signUpToken, @Nullable String name, @Nullable String password) {
    @Override
    public String toString() {
      return "SignUp";
    }
  }

  private final OneTimeCodes codes;
  private final Notices notices;
  private final SignUps signUps;
  private final Principals principals;
  private final SessionAnswers answers;
  private final IdentityProblems problems;

  SignUpRoutes(
      OneTimeCodes codes,
      Notices notices,
      SignUps signUps,
      Principals principals,
      SessionAnswers answers,
      IdentityProblems problems) {
    this.codes = codes;
    this.notices = notices;
    this.signUps = signUps;
    this.principals = principals;
    this.answers = answers;
    this.problems = problems;
  }

  @PostMapping("/v1/one-time-codes")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a one-time code")
  CodeSentView send(@RequestBody CodeRequest asked, HttpServletRequest request) {
    Browser.app(request);
    Purpose purpose =
        switch (asked.purpose()) {
          case "sign_up", "sign_in" -> Purpose.SIGN_IN;
          case "reset_pin" -> Purpose.RESET_PIN;
          case "confirm" -> Purpose.CONFIRM;
          case null, default -> throw IdentityProblems.field("purpose").thrown();
        };
    Phone phone = purpose == Purpose.SIGN_IN ? typedPhone(asked.phone()) : ownPhone();
    Optional<String> via = Text.optional("via", asked.via(), 40);
    return switch (codes.send(phone, purpose, request.getRemoteAddr(), request.getLocale(), via)) {
      case CodeSending.CodeOnItsWay(var id, var expiresAt, var resendAt) ->
          new CodeSentView(id, expiresAt, resendAt, phone.masked());
      case CodeSending.TooMany(var until) -> throw problems.tooMany(until).thrown();
      case CodeSending.NoChannel() ->
          throw Problem.of(ErrorCode.CODE_DELIVERY_UNAVAILABLE).thrown();
    };
  }

  @GetMapping("/v1/one-time-codes/{id}")
  @Operation(summary = "Whether a code has left, and by which other channels it could")
  CodeDeliveryView delivery(@PathVariable String id) {
    return CodeId.parse(id)
        .flatMap(code -> notices.progress(code.value()))
        .map(progress -> new CodeDeliveryView(progress.state().text(), progress.others()))
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND).thrown());
  }

  @PostMapping("/v1/people")
  @Operation(summary = "Sign up")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  ResponseEntity<SessionView> signUp(@RequestBody SignUp asked, HttpServletRequest request) {
    if (Browser.app(request) != App.WALLET) {
      throw IdentityProblems.field(App.HEADER).thrown();
    }
    Token token = new Token(IdentityProblems.required(asked.signUpToken(), "sign_up_token"));
    String name = IdentityProblems.required(asked.name(), "name");
    Registration registration =
        signUps
            .signUp(token, name, Optional.ofNullable(asked.password()))
            .orElseThrow(() -> Problem.of(ErrorCode.SIGN_UP_TOKEN_INVALID).thrown());
    return switch (registration) {
      case Registration.Registered(Person person) ->
          answers.open(App.WALLET, person.id().value(), Factor.CODE, request);
      case Registration.NameInvalid() -> throw Problem.of(ErrorCode.NAME_INVALID).thrown();
      case Registration.PasswordRefused(var reason) ->
          throw IdentityProblems.of(reason, false).thrown();
      case Registration.PhoneTaken() -> throw Problem.of(ErrorCode.SIGN_UP_TOKEN_INVALID).thrown();
    };
  }

  private static Phone typedPhone(@Nullable String typed) {
    return Phone.parse(IdentityProblems.required(typed, "phone"))
        .orElseThrow(() -> Problem.of(ErrorCode.PHONE_INVALID).thrown());
  }

  private Phone ownPhone() {
    Caller caller =
        SessionFilter.caller().orElseThrow(() -> Problem.of(ErrorCode.SESSION_REQUIRED).thrown());
    if (caller.kind() != Caller.Kind.PERSON) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    return principals.person(caller).phone();
  }
}
