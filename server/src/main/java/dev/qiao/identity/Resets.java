package dev.qiao.identity;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes void what opened the account of a member of staff or an operator who cannot show it any
 * more: they are invited anew. Belongs into a transaction.
 */
@Component
class Resets {
  private final CredentialTables credentials;
  private final HeldFactorTables factors;
  private final SessionTables sessions;
  private final InstantSource clock;

  Resets(
      CredentialTables credentials,
      HeldFactorTables factors,
      SessionTables sessions,
      InstantSource clock) {
    this.credentials = credentials;
    this.factors = factors;
    this.sessions = sessions;
    this.clock = clock;
  }

  void forget(UUID party, Lost lost) {
    credentials.forget(party);
    if (lost == Lost.EVERYTHING) {
      factors.revoke(party);
    }
    sessions.revokeAll(party, null, clock.instant());
  }
}
