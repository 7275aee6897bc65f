package dev.qiao.identity;

import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands before an act that needs no session, but a token that nobody can guess. */
@Component
public class OpenDoor {
  private final Attempts attempts;
  private final IdentityProblems problems;

  OpenDoor(Attempts attempts, IdentityProblems problems) {
    this.attempts = attempts;
    this.problems = problems;
  }

  /**
   * Counts the try of a token from this address; why it is not looked at, if so. Throws a problem
   * for a request that another site's page can have sent.
   */
  public Optional<Problem> knock(HttpServletRequest request) {
    Browser.app(request);
    return attempts.take(Limit.TOKEN_FROM_ADDRESS, request.getRemoteAddr())
            instanceof Taken.Exhausted(var until)
        ? Optional.of(problems.tooMany(until))
        : Optional.empty();
  }
}
