package dev.qiao.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what has ended: codes and sign-ups after a day, sessions and invitations after 30, ended
 * recoveries after 400.
 */
@Component
class Cleaning {
  private final AttemptTables attempts;
  private final OneTimeCodeTables codes;
  private final SignUpTables signUps;
  private final ChallengeTables challenges;
  private final ConfirmationTables confirmations;
  private final HalfSignInTables halfSignIns;
  private final SessionTables sessions;
  private final InvitationTables invitations;
  private final CredentialChangeTables changes;
  private final RecoveryTables recoveries;
  private final InstantSource clock;

  Cleaning(
      AttemptTables attempts,
      OneTimeCodeTables codes,
      SignUpTables signUps,
      ChallengeTables challenges,
      ConfirmationTables confirmations,
      HalfSignInTables halfSignIns,
      SessionTables sessions,
      InvitationTables invitations,
      CredentialChangeTables changes,
      RecoveryTables recoveries,
      InstantSource clock) {
    this.attempts = attempts;
    this.codes = codes;
    this.signUps = signUps;
    this.challenges = challenges;
    this.confirmations = confirmations;
    this.halfSignIns = halfSignIns;
    this.sessions = sessions;
    this.invitations = invitations;
    this.changes = changes;
    this.recoveries = recoveries;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
  void clean() {
    Instant now = clock.instant();
    Instant yesterday = now.minus(Duration.ofDays(1));
    Instant lastMonth = now.minus(Duration.ofDays(30));
    attempts.purge(now);
    codes.purge(yesterday);
    signUps.purge(yesterday);
    challenges.purge(yesterday);
    confirmations.purge(yesterday);
    halfSignIns.purge(yesterday);
    sessions.purge(lastMonth);
    invitations.purge(lastMonth);
    changes.purge(now);
    recoveries.purge(now.minus(Duration.ofDays(400)));
  }
}
