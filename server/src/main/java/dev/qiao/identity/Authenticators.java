package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Authenticator apps as a second factor, with recovery codes for the day when the app is lost. A
 * code is good once, and a step before and after its time, for clocks that differ.
 */
@Component
public class Authenticators {
  static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 15;
  private static final int DRIFT_STEPS = 1;
  private static final byte[] NONE = new byte[Totp.SECRET_BYTES];

  /** What became of the wish to set up an authenticator. */
  sealed interface Begun {
    /** The secret is told only this once. */
    record Secret(byte[] bytes) implements Begun {
      @Override
      public String toString() {
        return "Secret";
      }
    }

    record AlreadyThere() implements Begun {}
  }

  private final AuthenticatorTables tables;
  private final CredentialKey key;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Authenticators(
      AuthenticatorTables tables,
      CredentialKey key,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.key = key;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Takes over an authenticator that a party has already; it counts at once. */
  public void adopt(UUID party, byte[] secret) {
    tables.begin(party, key.sealed(party, secret), clock.instant());
    tables.confirm(party, clock.instant());
  }

  /** Makes a secret, which counts once its first code was right. */
  Begun begin(UUID party) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    return tables.begin(party, key.sealed(party, secret), clock.instant())
        ? new Begun.Secret(secret)
        : new Begun.AlreadyThere();
  }

  /**
   * The recovery codes, told only this once; empty when the code is wrong or nothing was begun.
   *
   * @param mayEnd throws a problem where the caller does not end what was begun at that time
   */
  Optional<List<String>> confirm(Caller caller, String code, Consumer<Instant> mayEnd) {
    UUID party = caller.party();
    return transaction.execute(
        status -> {
          var begun = tables.holdBegun(party);
          begun.map(AuthenticatorTables.Row::createdAt).ifPresent(mayEnd);
          if (begun.isEmpty() || !matches(party, begun, code)) {
            return Optional.empty();
          }
          tables.confirm(party, clock.instant());
          audit.record(caller, "authenticator.add", partyText(caller), "done", null);
          return Optional.of(codes(party));
        });
  }

  /** Other recovery codes; the old ones are void. */
  List<String> renewRecoveryCodes(Caller caller) {
    return transaction.execute(
        status -> {
          audit.record(caller, "recovery_codes.renew", partyText(caller), "done", null);
          return codes(caller.party());
        });
  }

  private List<String> codes(UUID party) {
    List<String> codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
    tables.replaceRecoveryCodes(
        party, codes.stream().map(code -> key.recoveryHash(party, plain(code))).toList());
    return codes;
  }

  /**
   * 120 bits, in six groups: too many to guess, so a fast hash keeps them as well as a slow one.
   */
  private String recoveryCode() {
    byte[] bits = new byte[RECOVERY_BYTES];
    random.nextBytes(bits);
    return Base32.crockford(bits).replaceAll("(.{4})(?=.)", "$1-");
  }

  /** Whether the party has one that counts; also one that is locked is had. */
  boolean has(UUID party) {
    return since(party).isPresent();
  }

  /** Whether the party has one whose codes are good. */
  boolean opens(UUID party) {
    return tables.find(party).filter(AuthenticatorTables.Row::opens).isPresent();
  }

  Optional<Instant> since(UUID party) {
    return tables.find(party).flatMap(row -> Optional.ofNullable(row.confirmedAt()));
  }

  int recoveryCodesLeft(UUID party) {
    return tables.recoveryCodesLeft(party);
  }

  /** Whether it is the authenticator's code of this time, not used before. */
  boolean verify(UUID party, String code) {
    return matches(party, tables.find(party).filter(AuthenticatorTables.Row::opens), code);
  }

  /** The same work where there is none. */
  private boolean matches(UUID party, Optional<AuthenticatorTables.Row> row, String code) {
    if (code.length() != Totp.DIGITS) {
      return false;
    }
    byte[] secret = row.map(held -> key.opened(party, held.sealed())).orElse(NONE);
    long now = Totp.step(clock.instant());
    for (long step = now - DRIFT_STEPS; step <= now + DRIFT_STEPS; step++) {
      if (MessageDigest.isEqual(bytes(Totp.code(secret, step)), bytes(code)) && row.isPresent()) {
        return tables.take(party, step);
      }
    }
    return false;
  }

  /** Uses up a recovery code, however it is typed; false when there is none such. */
  boolean useRecoveryCode(UUID party, String code) {
    return tables.useRecoveryCode(party, key.recoveryHash(party, plain(code)), clock.instant());
  }

  /** False when there is none. */
  boolean remove(Caller caller) {
    boolean removed = transaction.execute(status -> tables.delete(caller.party()));
    if (removed) {
      audit.record(caller, "authenticator.remove", partyText(caller), "done", null);
    }
    return removed;
  }

  private static String partyText(Caller caller) {
    return caller.partyText();
  }

  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT)
        .replaceAll("[^0-9a-z]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
