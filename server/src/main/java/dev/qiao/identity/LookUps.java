package dev.qiao.identity;

import dev.qiao.identity.Attempts.Limit;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Caps looking people up from one device, whoever is signed in there. */
@Component
public class LookUps {
  private final Attempts attempts;

  LookUps(Attempts attempts) {
    this.attempts = attempts;
  }

  /** Counts one; says until when no more may be made, if there were enough. */
  public Optional<Instant> count() {
    return attempts.takeHere(Limit.PAYEE_FROM_DEVICE);
  }
}
