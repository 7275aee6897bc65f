package dev.qiao.api;

import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names every request ({@code req_…}), so that a person can quote what went wrong and an engineer
 * can find it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestReference extends OncePerRequestFilter {
  private static final String KEY = "reference";
  private final Ids ids;

  RequestReference(Ids ids) {
    this.ids = ids;
  }

  static String current() {
    String reference = MDC.get(KEY);
    return reference == null ? "" : reference;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String reference = new TypeId("req", ids.next()).toString();
    MDC.put(KEY, reference);
    response.setHeader("Qiao-Request", reference);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(KEY);
    }
  }
}
