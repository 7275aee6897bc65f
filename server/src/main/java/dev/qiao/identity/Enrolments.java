package dev.qiao.identity;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What parties have begun to set up and do not come in by yet: passkeys and authenticators. */
@Component
class Enrolments {
  private final ChallengeTables challenges;
  private final AuthenticatorTables authenticators;

  Enrolments(ChallengeTables challenges, AuthenticatorTables authenticators) {
    this.challenges = challenges;
    this.authenticators = authenticators;
  }

  /**
   * Ends all that a party has begun: what is locked or reset had begun it, for all that is known.
   * Belongs before the end of the party's sessions, since whoever ends an enrolment holds it first
   * and the session then.
   */
  void end(UUID party, Instant now) {
    challenges.endEnrolments(party, now);
    authenticators.dropBegun(party);
  }
}
