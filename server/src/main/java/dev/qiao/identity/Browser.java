package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.identity.Sessions.Opened;
import dev.qiao.identity.Sessions.Place;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a browser says about itself, and the cookies it keeps for us: one for each app. */
final class Browser {
  private static final String DEVICE_COOKIE = "qiao_device";

  /** As long as browsers keep a cookie at all. */
  private static final Duration DEVICE_AGE = Duration.ofDays(400);

  private Browser() {}

  /**
   * The app that asks. Another site's page cannot send this header without our leave, so acts that
   * need no session demand it.
   *
   * @throws dev.qiao.api.ProblemException when the header is missing or names none
   */
  static App app(HttpServletRequest request) {
    return claimedApp(request).orElseThrow(() -> IdentityProblems.field(App.HEADER).thrown());
  }

  /** The app, if it says which; an event stream cannot set headers and says it in the query. */
  static Optional<App> claimedApp(HttpServletRequest request) {
    String header = request.getHeader(App.HEADER);
    if (header == null && request.getRequestURI().equals("/v1/events")) {
      return App.find(request.getParameter("app"));
    }
    return App.find(header);
  }

  static Place place(App app, HttpServletRequest request) {
    return new Place(
        app,
        Device.of(request.getHeader("User-Agent")),
        request.getRemoteAddr(),
        token(DEVICE_COOKIE, request));
  }

  /** What the browser keeps whose request is being answered here. */
  static Optional<Token> current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        ? token(DEVICE_COOKIE, here.getRequest())
        : Optional.empty();
  }

  /** The token in the app's cookie. */
  static Optional<Token> token(App app, HttpServletRequest request) {
    return token(app.cookie(), request);
  }

  private static Optional<Token> token(String plain, HttpServletRequest request) {
    if (request.getCookies() == null) {
      return Optional.empty();
    }
    String name = prefixed(plain, request);
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return Optional.of(new Token(cookie.getValue()));
      }
    }
    return Optional.empty();
  }

  static String cookie(App app, Opened session, HttpServletRequest request) {
    return cookie(app, session.token().text(), Sessions.lifeMax(app), request);
  }

  /** Makes the browser forget its token. */
  static String noCookie(App app, HttpServletRequest request) {
    return cookie(app, "", Duration.ZERO, request);
  }

  /** By which the browser is known again, whoever is signed in. It opens nothing. */
  static String deviceCookie(Opened session, HttpServletRequest request) {
    return cookie(DEVICE_COOKIE, session.device().text(), DEVICE_AGE, request);
  }

  private static String cookie(App app, String value, Duration age, HttpServletRequest request) {
    return cookie(app.cookie(), value, age, request);
  }

  /** Over TLS no other host of the domain can set it: browsers see to that, by its name. */
  private static String prefixed(String name, HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + name : name;
  }

  private static String cookie(
      String name, String value, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(prefixed(name, request), value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }
}
