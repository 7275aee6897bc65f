package dev.qiao.identity;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The passwords of people, staff and operators. */
@Component
class Passwords {
  private final CredentialTables tables;
  private final Hashes hashes;
  private final InstantSource clock;

  Passwords(CredentialTables tables, Hashes hashes, InstantSource clock) {
    this.tables = tables;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** A password that may be chosen, hashed: slow, so done before a transaction begins. */
  String hash(String password) {
    return hashes.hash(PasswordRules.normalized(password));
  }

  /**
   * @param standsAlone whether it is long enough to be all that is asked for
   */
  void set(UUID party, String hash, boolean standsAlone) {
    tables.setPassword(party, hash, standsAlone, true, clock.instant());
  }

  /** The same for who has shown the one before; false where an operator has locked that by now. */
  boolean change(UUID party, String hash, boolean standsAlone) {
    return tables.setPassword(party, hash, standsAlone, false, clock.instant());
  }

  /** Whether nothing but a second factor makes the party's password good enough. */
  boolean needsSecondFactor(UUID party) {
    return tables.passwordNeedsMore(party);
  }

  boolean isSet(UUID party) {
    return tables.password(party).isPresent();
  }

  /**
   * Whether this opens the party's account; takes as long where there is no such party, it has no
   * password or that is locked.
   */
  boolean matches(Optional<UUID> party, String password) {
    UUID opened = party.orElse(SecondFactors.NOBODY);
    String hash = tables.openPassword(opened).orElse(null);
    boolean right =
        password.length() <= 4 * PasswordRules.LENGTH_MAX
            && hashes.matches(PasswordRules.normalized(password), hash);
    // The comparison is slow: it may have been locked or changed meanwhile.
    return right && tables.openPassword(opened).filter(now -> now.equals(hash)).isPresent();
  }
}
