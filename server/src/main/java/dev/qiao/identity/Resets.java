package dev.qiao.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes void what opened the account of a member of staff or an operator who cannot show it any
 * more, and what they had begun: they are invited anew. Belongs into a transaction.
 */
@Component
class Resets {
  private final CredentialTables credentials;
  private final HeldFactorTables factors;
  private final HalfSignInTables halves;
  private final Enrolments enrolments;
  private final SessionTables sessions;
  private final InstantSource clock;

  Resets(
      CredentialTables credentials,
      HeldFactorTables factors,
      HalfSignInTables halves,
      Enrolments enrolments,
      SessionTables sessions,
      InstantSource clock) {
    this.credentials = credentials;
    this.factors = factors;
    this.halves = halves;
    this.enrolments = enrolments;
    this.sessions = sessions;
    this.clock = clock;
  }

  void forget(UUID party, Lost lost) {
    credentials.forget(party);
    if (lost == Lost.EVERYTHING) {
      factors.revoke(party);
    }
    Instant now = clock.instant();
    enrolments.end(party, now);
    halves.end(party, List.of(Factor.values()), now);
    sessions.revokeAll(party, null, now);
  }
}
