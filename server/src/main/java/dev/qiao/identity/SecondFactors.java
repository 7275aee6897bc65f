package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody who has shown one factor is asked for before they are in. */
@Component
class SecondFactors {
  static final int TRIES = 5;
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** What is still missing. */
  sealed interface Needed {
    /** Nothing. */
    record Enough() implements Needed {}

    /** A second factor, which they have none of: they may come in to set one up, and no further. */
    record Enrolment() implements Needed {}

    /** One of these, shown with the token. */
    record Another(Token token, List<Factor> methods, Instant expiresAt) implements Needed {}
  }

  /** What became of a second factor. */
  sealed interface Shown {
    record Right(UUID party, Factor first) implements Shown {}

    record Wrong(int left) implements Shown {}

    /** Unknown, too old, used, or tried too often: not told apart. */
    record Expired() implements Shown {}

    record TooMany(Instant until) implements Shown {}
  }

  private final HalfSignInTables tables;
  private final FactorPolicy policy;
  private final Authenticators authenticators;
  private final Passkeys passkeys;
  private final Attempts attempts;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(
      HalfSignInTables tables,
      FactorPolicy policy,
      Authenticators authenticators,
      Passkeys passkeys,
      Attempts attempts,
      InstantSource clock) {
    this.tables = tables;
    this.policy = policy;
    this.authenticators = authenticators;
    this.passkeys = passkeys;
    this.attempts = attempts;
    this.clock = clock;
  }

  Needed after(Factor first, App app, UUID party) {
    if (first == Factor.PASSKEY) {
      return new Needed.Enough();
    }
    boolean required = policy.of(app, party) == SecondFactor.REQUIRED;
    List<Factor> methods = new ArrayList<>();
    if (authenticators.has(party)) {
      methods.add(Factor.TOTP);
      methods.add(Factor.RECOVERY_CODE);
    }
    if (passkeys.has(party) && (required || !methods.isEmpty())) {
      methods.add(Factor.PASSKEY);
    }
    if (methods.isEmpty()) {
      return required ? new Needed.Enrolment() : new Needed.Enough();
    }
    Token token = Token.fresh(random);
    Instant expiresAt = clock.instant().plus(LIFE);
    tables.insert(token, app, party, first, expiresAt);
    return new Needed.Another(token, List.copyOf(methods), expiresAt);
  }

  /** Looks at a code, counting the try first; a right one uses the token up. */
  Shown show(Token token, App app, Factor factor, String code) {
    Instant now = clock.instant();
    var half = tables.countTry(token, app, TRIES, now);
    if (half.isEmpty()) {
      return new Shown.Expired();
    }
    UUID party = half.get().party();
    if (attempts.take(Limit.SECOND_FACTOR_OF_PARTY, party.toString())
        instanceof Taken.Exhausted(var until)) {
      return new Shown.TooMany(until);
    }
    if (!matches(party, factor, code)) {
      return new Shown.Wrong(TRIES - half.get().tries());
    }
    attempts.forget(Limit.SECOND_FACTOR_OF_PARTY, party.toString());
    return tables.use(token, now)
        ? new Shown.Right(party, half.get().factor())
        : new Shown.Expired();
  }

  private boolean matches(UUID party, Factor factor, String code) {
    return factor == Factor.TOTP
        ? authenticators.verify(party, code)
        : factor == Factor.RECOVERY_CODE && authenticators.useRecoveryCode(party, code);
  }

  /** Whether a password never opens this account alone. */
  boolean guards(App app, UUID party) {
    return policy.of(app, party) == SecondFactor.REQUIRED || authenticators.has(party);
  }

  /** Whether the party would be left without a second factor that it must have. */
  boolean wouldLack(App app, UUID party, Factor removed, int passkeysLeft) {
    boolean authenticatorLeft = removed != Factor.TOTP && authenticators.has(party);
    return policy.of(app, party) == SecondFactor.REQUIRED
        && !authenticatorLeft
        && passkeysLeft == 0;
  }
}
