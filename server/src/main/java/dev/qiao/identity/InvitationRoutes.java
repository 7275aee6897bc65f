package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Invitations.Acceptance;
import dev.qiao.identity.Invitations.Invitee;
import dev.qiao.identity.SecondFactors.Needed;
import dev.qiao.identity.Views.InvitationView;
import dev.qiao.identity.Views.NamesView;
import dev.qiao.identity.Views.SessionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Opening and accepting invitations. */
@RestController
class InvitationRoutes {
  @Schema(name = "InvitationAcceptance")
  record InvitationAcceptance(
      @Nullable String token, @Nullable String login, @Nullable String password) {
    @Override
    public String toString() {
      return "InvitationAcceptance";
    }
  }

  /** Bears the token of an invitation: addresses are written down in too many places. */
  private static final String HEADER = "Qiao-Invitation";

  private final Invitations invitations;
  private final ObjectProvider<MerchantNames> merchants;
  private final SecondFactors secondFactors;
  private final Attempts attempts;
  private final LockTables locks;
  private final Sessions sessions;
  private final SessionAnswers answers;
  private final IdentityProblems problems;

  InvitationRoutes(
      Invitations invitations,
      ObjectProvider<MerchantNames> merchants,
      SecondFactors secondFactors,
      Attempts attempts,
      LockTables locks,
      Sessions sessions,
      SessionAnswers answers,
      IdentityProblems problems) {
    this.invitations = invitations;
    this.merchants = merchants;
    this.secondFactors = secondFactors;
    this.attempts = attempts;
    this.locks = locks;
    this.sessions = sessions;
    this.answers = answers;
    this.problems = problems;
  }

  @GetMapping("/v1/invitations")
  @Operation(summary = "Who is invited")
  InvitationView find(@RequestHeader(HEADER) String token, HttpServletRequest request) {
    count(request);
    Invitee invitee = invitations.find(new Token(token)).orElseThrow(InvitationRoutes::unknown);
    return switch (invitee) {
      case Invitee.Staff(StaffMember member) ->
          new InvitationView("staff", member.name(), names(member.merchant()));
      case Invitee.Operator(OperatorMember member) ->
          new InvitationView("operator", member.name(), null);
      case Invitee.First(_) -> new InvitationView("operator", "", null);
    };
  }

  @PostMapping("/v1/invitations/accept")
  @Operation(summary = "Accept an invitation")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  ResponseEntity<SessionView> accept(
      @RequestBody InvitationAcceptance asked, HttpServletRequest request) {
    App from = Browser.app(request);
    count(request);
    Token token = new Token(IdentityProblems.required(asked.token(), "token"));
    Optional<UUID> invited = invitations.find(token).flatMap(InvitationRoutes::party);
    if (invited.filter(locks::isLocked).isPresent()) {
      throw Problem.of(ErrorCode.PARTY_LOCKED).thrown();
    }
    if (invited
        .filter(party -> sessions.isLocked(party, Browser.place(from, request)))
        .isPresent()) {
      throw Problem.of(ErrorCode.DEVICE_LOCKED).thrown();
    }
    String password = IdentityProblems.required(asked.password(), "password");
    return switch (invitations.accept(token, Optional.ofNullable(asked.login()), password)) {
      case Acceptance.Accepted(App app, UUID party) -> accepted(app, party, request);
      case Acceptance.InvitationUnknown() -> throw unknown();
      case Acceptance.LoginInvalid() -> throw IdentityProblems.field("login").thrown();
      case Acceptance.PasswordRefused(var reason, boolean secondFactor) ->
          throw IdentityProblems.of(reason, secondFactor).thrown();
      case Acceptance.LoginTaken() -> throw Problem.of(ErrorCode.LOGIN_TAKEN).thrown();
    };
  }

  private static Optional<UUID> party(Invitee invitee) {
    return switch (invitee) {
      case Invitee.Staff(StaffMember member) -> Optional.of(member.id().value());
      case Invitee.Operator(OperatorMember member) -> Optional.of(member.id().value());
      case Invitee.First(_) -> Optional.empty();
    };
  }

  /** A link alone lets nobody in who kept another factor when their password was reset. */
  private ResponseEntity<SessionView> accepted(App app, UUID party, HttpServletRequest request) {
    return switch (secondFactors.after(Factor.INVITATION, app, party, false)) {
      case Needed.Another another -> answers.half(app, another);
      case Needed.Enough(), Needed.Enrolment() ->
          answers.open(app, party, Factor.INVITATION, request);
    };
  }

  private void count(HttpServletRequest request) {
    attempts
        .takeAt(
            Browser.place(Browser.claimedApp(request).orElse(App.CONSOLE), request),
            Limit.TOKEN_FROM_ADDRESS,
            Limit.TOKEN_FROM_DEVICE)
        .ifPresent(
            until -> {
              throw problems.tooMany(until).thrown();
            });
  }

  private @Nullable NamesView names(UUID merchant) {
    return merchants.stream()
        .flatMap(names -> names.nameOf(merchant).stream())
        .map(name -> new NamesView(name.name(), name.nameEn()))
        .findFirst()
        .orElse(null);
  }

  private static RuntimeException unknown() {
    return Problem.of(ErrorCode.INVITATION_UNKNOWN).thrown();
  }
}
