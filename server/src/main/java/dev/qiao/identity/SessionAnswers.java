package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.identity.Sessions.Opened;
import dev.qiao.identity.Views.SessionView;
import dev.qiao.ids.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
  private final Ids ids;

  SessionAnswers(Sessions sessions, Principals principals, Ids ids) {
    this.sessions = sessions;
    this.principals = principals;
    this.ids = ids;
  }

  /** Opens a session and answers with it. */
  ResponseEntity<SessionView> open(App app, UUID party, HttpServletRequest request) {
    return opened(app, party, sessions.open(party, Browser.place(app, request)), request);
  }

  /** Hands the session to the browser, in place of the one it may have held in this app. */
  ResponseEntity<SessionView> opened(
      App app, UUID party, Opened session, HttpServletRequest request) {
    Browser.token(app, request).ifPresent(before -> sessions.replace(app, before));
    SessionView view =
        principals.session(app, session.id(), party, session.token().csrf(), session.expiresAt());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.SET_COOKIE, Browser.cookie(app, session, request))
        .body(view);
  }

  /** No session yet: the phone is proven, and nobody's. */
  ResponseEntity<SessionView> newPhone(Token signUp, Instant expiresAt) {
    SessionId none = new SessionId(ids.next());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new SessionView(none, App.WALLET, "", expiresAt, null, null, null, signUp.text()));
  }
}
