package dev.qiao.web;

import dev.qiao.api.App;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each app a host of its own, where that is configured, so that browsers keep them apart: at
 * a host there are that app's pages and the API for that app, and nothing else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class AppHosts extends OncePerRequestFilter {
  private static final List<String> HEALTH = List.of("/actuator/health", "/actuator/health/");

  private final Map<String, App> hosts = new HashMap<>();
  private final ProblemWriter problems;

  /** Throws IllegalArgumentException when an app or its host is missing. */
  AppHosts(@Value("${qiao.hosts:}") List<String> hosts, ProblemWriter problems) {
    this.problems = problems;
    for (String pair : hosts) {
      String[] parts = pair.strip().split("=", -1);
      App app = App.find(parts[0]).orElse(null);
      if (parts.length != 2 || app == null || parts[1].isBlank()) {
        throw new IllegalArgumentException(
            "qiao.hosts has to look like wallet=pay.example,merchant=shop.pay.example,console=ops.pay.example");
      }
      this.hosts.put(parts[1].toLowerCase(Locale.ROOT), app);
    }
    if (!this.hosts.isEmpty() && !this.hosts.values().containsAll(Arrays.asList(App.values()))) {
      throw new IllegalArgumentException("qiao.hosts has to name a host for each app");
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return hosts.isEmpty() || HEALTH.stream().anyMatch(path(request)::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    App app = hosts.get(request.getServerName().toLowerCase(Locale.ROOT));
    if (app != null && app != App.WALLET && path(request).equals("/")) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", "/" + app.text() + "/");
    } else if (app != null && isOf(app, request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(response, Problem.of(ErrorCode.NOT_FOUND));
    }
  }

  private static boolean isOf(App app, HttpServletRequest request) {
    String path = path(request);
    if (path.startsWith("/v1/")) {
      return claimed(request).map(app.text()::equals).orElse(true);
    }
    if (path.startsWith("/.well-known/")) {
      return true;
    }
    return pagesOf(path) == app;
  }

  private static App pagesOf(String path) {
    if (path.equals("/merchant") || path.startsWith("/merchant/")) {
      return App.MERCHANT;
    }
    return path.equals("/console") || path.startsWith("/console/") ? App.CONSOLE : App.WALLET;
  }

  /** An event stream cannot set headers and says it in its address. */
  private static Optional<String> claimed(HttpServletRequest request) {
    String header = request.getHeader(App.HEADER);
    return Optional.ofNullable(
        header == null && path(request).equals("/v1/events")
            ? request.getParameter("app")
            : header);
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI();
  }
}
