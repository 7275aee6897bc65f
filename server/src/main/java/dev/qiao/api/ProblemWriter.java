package dev.qiao.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes a problem where no controller runs: filters and the security chain. */
@Component
public final class ProblemWriter {
  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Answers with the problem. */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    if (problem.parameters().get("retry_after") instanceof Number seconds) {
      response.setHeader(
          "Retry-After",
          Long.toString(Math.max(1, Duration.ofSeconds(seconds.longValue()).toSeconds())));
    }
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
