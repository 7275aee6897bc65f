package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.Denials;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: the cookie of the app that asks names a session. A write by a session must
 * carry the session's second secret, which no other site can read. A request with an Authorization
 * header is not a browser's, and its cookies count for nothing.
 */
final class SessionFilter extends OncePerRequestFilter {
  static final String CSRF_HEADER = "Qiao-Csrf";
  private static final String EXPIRED = SessionFilter.class.getName() + ".expired";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;
  private final ProblemWriter problems;
  private final Denials denials;

  SessionFilter(Sessions sessions, ProblemWriter problems, Denials denials) {
    this.sessions = sessions;
    this.problems = problems;
    this.denials = denials;
  }

  /** Who is signed in, where it is not a must. */
  static Optional<Caller> caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** Whether the browser came with a session that has ended. */
  static boolean isExpired(HttpServletRequest request) {
    return request.getAttribute(EXPIRED) != null;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    // Operators see more of our health than others.
    return !path.startsWith("/v1/") && !path.startsWith("/actuator/health")
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<App> app = Browser.claimedApp(request);
    Optional<Token> token = app.flatMap(a -> Browser.token(a, request));
    if (token.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Sessions.Holder> holder;
    try {
      holder = sessions.resolve(app.get(), token.get(), request.getRemoteAddr());
    } catch (DataAccessException | TransactionException unreachable) {
      // Nobody knows who this is as long as the database is away; that is no reason to sign them
      // out.
      problems.write(response, Problem.of(ErrorCode.UNAVAILABLE));
      return;
    }
    if (holder.isEmpty()) {
      request.setAttribute(EXPIRED, true);
      chain.doFilter(request, response);
      return;
    }
    if (isUnprovenWrite(request, token.get())) {
      Problem problem = Problem.of(ErrorCode.CSRF_INVALID);
      denials.note(Optional.of(holder.get().caller()), request, problem);
      problems.write(response, problem);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(holder.get()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private static boolean isUnprovenWrite(HttpServletRequest request, Token token) {
    if (SAFE.contains(request.getMethod())
        || PublicPaths.WRITES.contains(request.getRequestURI())) {
      return false;
    }
    String sent = request.getHeader(CSRF_HEADER);
    return sent == null
        || !MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), token.csrf().getBytes(StandardCharsets.UTF_8));
  }
}
