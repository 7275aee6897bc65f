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

/** Codes to a phone or an email, and signing up with one. */
@RestController
class SignUpRoutes {
  /**
   * One of {@code phone} and {@code email}. Both are left out for {@code reset_pin}, {@code
   * change_phone} and {@code confirm}: that code goes to the phone of the person who is signed in,
   * or to their oldest email where there is no phone, or {@code to} says so for the first two.
   * {@code via} asks for one of the other channels that a delivery named.
   */
  @Schema(name = "CodeRequest")
  record CodeRequest(
      @Nullable String phone,
      @Nullable String email,
      @Schema(
              allowableValues = {
                "sign_up",
                "sign_in",
                "reset_pin",
                "add_contact",
                "change_phone",
                "confirm",
                "recover"
              })
          @Nullable String purpose,
      @Schema(allowableValues = {"phone", "email"}) @Nullable String to,
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
  private final Newcomers newcomers;
  private final ContactBook contacts;
  private final SessionAnswers answers;
  private final IdentityProblems problems;

  SignUpRoutes(
      OneTimeCodes codes,
      Notices notices,
      SignUps signUps,
      Newcomers newcomers,
      ContactBook contacts,
      SessionAnswers answers,
      IdentityProblems problems) {
    this.codes = codes;
    this.notices = notices;
    this.signUps = signUps;
    this.newcomers = newcomers;
    this.contacts = contacts;
    this.answers = answers;
    this.problems = problems;
  }

  @PostMapping("/v1/one-time-codes")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a one-time code")
  CodeSentView send(@RequestBody CodeRequest asked, HttpServletRequest request) {
    App app = Browser.app(request);
    Purpose purpose =
        switch (asked.purpose()) {
          case "sign_up", "sign_in" -> Purpose.SIGN_IN;
          case "reset_pin" -> Purpose.RESET_PIN;
          case "add_contact" -> Purpose.ADD_CONTACT;
          case "change_phone" -> Purpose.CHANGE_PHONE;
          case "confirm" -> Purpose.CONFIRM;
          case "recover" -> Purpose.RECOVER;
          case null, default -> throw IdentityProblems.field("purpose").thrown();
        };
    Contact contact =
        switch (purpose) {
          case SIGN_IN, RECOVER -> typed(asked);
          case ADD_CONTACT -> {
            person();
            yield typed(asked);
          }
          case RESET_PIN, CHANGE_PHONE -> own(asked.to());
          case CONFIRM -> own(null);
        };
    Optional<String> via = Text.optional("via", asked.via(), 40);
    return switch (codes.send(
        contact, purpose, Browser.place(app, request), request.getLocale(), via)) {
      case CodeSending.CodeOnItsWay(var id, var expiresAt, var resendAt) ->
          new CodeSentView(id, expiresAt, resendAt, contact.masked());
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
    if (!newcomers.welcome()) {
      throw Problem.of(ErrorCode.SIGN_UP_CLOSED).thrown();
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
      case Registration.ContactTaken() ->
          throw Problem.of(ErrorCode.SIGN_UP_TOKEN_INVALID).thrown();
    };
  }

  private static Contact typed(CodeRequest asked) {
    if (asked.email() != null) {
      return Email.parse(asked.email())
          .orElseThrow(() -> Problem.of(ErrorCode.EMAIL_INVALID).thrown());
    }
    return Phone.parse(IdentityProblems.required(asked.phone(), "phone"))
        .orElseThrow(() -> Problem.of(ErrorCode.PHONE_INVALID).thrown());
  }

  private Contact own(@Nullable String to) {
    return contacts
        .toShow(person(), "email".equals(to))
        .orElseThrow(() -> Problem.of(ErrorCode.NO_CONTACT).thrown());
  }

  private PersonId person() {
    Caller caller =
        SessionFilter.caller().orElseThrow(() -> Problem.of(ErrorCode.SESSION_REQUIRED).thrown());
    if (caller.kind() != Caller.Kind.PERSON) {
      throw Problem.of(ErrorCode.NOT_PERMITTED).thrown();
    }
    return new PersonId(caller.party());
  }
}
