package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import dev.qiao.identity.FactorViews.SecondFactorView;
import dev.qiao.identity.SecondFactors.Needed;
import dev.qiao.identity.Sessions.Opened;
import dev.qiao.identity.Views.SessionView;
import dev.qiao.ids.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers to those who have just signed in. */
@Component
class SessionAnswers {
  private final Sessions sessions;
  private final Principals principals;
  private final FactorPolicy policy;
  private final Ids ids;

  SessionAnswers(Sessions sessions, Principals principals, FactorPolicy policy, Ids ids) {
    this.sessions = sessions;
    this.principals = principals;
    this.policy = policy;
    this.ids = ids;
  }

  /** Opens a session for somebody who is new here, and answers with it. */
  ResponseEntity<SessionView> open(App app, UUID party, Factor by, HttpServletRequest request) {
    boolean mustEnrol = policy.of(app, party) == SecondFactor.REQUIRED;
    Opened session = sessions.open(party, Browser.place(app, request), List.of(by), mustEnrol);
    return opened(app, party, session, mustEnrol, request);
  }

  /** Hands the session to the browser, in place of the one it may have held in this app. */
  ResponseEntity<SessionView> opened(
      App app, UUID party, Opened session, boolean mustEnrol, HttpServletRequest request) {
    Browser.token(app, request).ifPresent(before -> sessions.replace(app, before));
    SessionView view = view(app, party, session, mustEnrol);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(
            HttpHeaders.SET_COOKIE,
            Browser.cookie(app, session, request),
            Browser.deviceCookie(session, request))
        .body(view);
  }

  private SessionView view(App app, UUID party, Opened session, boolean mustEnrol) {
    return principals.session(
        app, session.id(), party, session.token().csrf(), session.expiresAt(), mustEnrol);
  }

  /** Hands the session's new token to the browser, after a factor was shown. */
  ResponseEntity<SessionView> proven(
      Caller caller, Factor factor, Optional<PasskeyId> passkey, HttpServletRequest request) {
    Opened session = renew(caller, factor, passkey, false);
    return withCookie(HttpStatus.OK, caller.app(), session, request)
        .body(view(caller.app(), caller.party(), session, isHeld(caller)));
  }

  /**
   * Begins the answer to who has set up a second factor. A session that was held until then gets
   * another token, and is free.
   */
  ResponseEntity.BodyBuilder enrolled(
      HttpStatus status,
      Caller caller,
      Factor factor,
      Optional<PasskeyId> passkey,
      HttpServletRequest request) {
    if (isHeld(caller)) {
      return withCookie(status, caller.app(), renew(caller, factor, passkey, true), request);
    }
    sessions.shown(
        caller, factor, passkey); // Whoever has just set it up has shown that they have it.
    return ResponseEntity.status(status);
  }

  private boolean isHeld(Caller caller) {
    return sessions.find(caller).map(SessionTables.Row::mustEnrol).orElse(false);
  }

  private Opened renew(
      Caller caller, Factor factor, Optional<PasskeyId> passkey, boolean enrolled) {
    return sessions
        .renew(caller, factor, passkey, enrolled)
        .orElseThrow(() -> Problem.of(ErrorCode.SESSION_EXPIRED).thrown());
  }

  private static ResponseEntity.BodyBuilder withCookie(
      HttpStatus status, App app, Opened session, HttpServletRequest request) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.SET_COOKIE, Browser.cookie(app, session, request));
  }

  /** No session yet: one factor is shown, and another is asked for. */
  ResponseEntity<SessionView> half(App app, Needed.Another needed) {
    var second = new SecondFactorView(needed.token().text(), needed.methods(), needed.expiresAt());
    SessionId none = new SessionId(ids.next());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new SessionView(
                none, app, "", needed.expiresAt(), null, null, null, null, false, second));
  }

  /** No session yet: the phone or email is shown, and whether it is somebody's is not told. */
  ResponseEntity<SessionView> unrecognised(Token signUp, Instant expiresAt, Needed.Another needed) {
    var second = new SecondFactorView(needed.token().text(), needed.methods(), needed.expiresAt());
    SessionId none = new SessionId(ids.next());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new SessionView(
                none, App.WALLET, "", expiresAt, null, null, null, signUp.text(), false, second));
  }
}
