package dev.qiao.identity;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns this module's refusals into problems. */
@Component
class IdentityProblems {
  private final InstantSource clock;

  IdentityProblems(InstantSource clock) {
    this.clock = clock;
  }

  Problem tooMany(Instant until) {
    return waiting(ErrorCode.TOO_MANY_ATTEMPTS, until);
  }

  Problem locked(Instant until) {
    return waiting(ErrorCode.PIN_LOCKED, until);
  }

  private Problem waiting(ErrorCode code, Instant until) {
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    return Problem.of(code).with("until", until.toString()).with("retry_after", seconds);
  }

  /**
   * @param secondFactor whether the password would always be asked for with a second factor
   */
  static Problem of(PasswordRefusal refusal, boolean secondFactor) {
    return switch (refusal) {
      case TOO_SHORT ->
          Problem.of(ErrorCode.PASSWORD_TOO_SHORT)
              .with("minimum", PasswordRules.minimum(secondFactor));
      case TOO_LONG -> field("password");
      case TOO_COMMON -> Problem.of(ErrorCode.PASSWORD_TOO_COMMON);
    };
  }

  static Problem field(String name) {
    return Problem.of(ErrorCode.FIELD_INVALID).with("field", name);
  }

  /** The field, which must be there. */
  static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw field(name).thrown();
    }
    return value;
  }
}
