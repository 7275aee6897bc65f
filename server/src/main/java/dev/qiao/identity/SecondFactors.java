package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.FactorPolicy.SecondFactor;
import dev.qiao.identity.OneTimeCodes.CodeCheck;
import dev.qiao.identity.OneTimeCodes.Purpose;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who has shown one factor is asked for before they are in. */
@Component
class SecondFactors {
  static final int TRIES = 5;

  /** Stands for whoever is not there, so that looking for them is the same work. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final List<Factor> ANY =
      List.of(Factor.PIN, Factor.PASSWORD, Factor.TOTP, Factor.RECOVERY_CODE, Factor.PASSKEY);
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

    /** Right, but this party has an authenticator that is asked for as well. */
    record NotEnough(Needed.Another needed) implements Shown {}

    record Wrong(int left) implements Shown {}

    /** Unknown, too old, used, or tried too often: not told apart. */
    record Expired() implements Shown {}

    record TooMany(Instant until) implements Shown {}
  }

  private final HalfSignInTables tables;
  private final FactorPolicy policy;
  private final Authenticators authenticators;
  private final Passkeys passkeys;
  private final Passwords passwords;
  private final Pins pins;
  private final OneTimeCodes codes;
  private final HolderTables holders;
  private final Attempts attempts;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(
      HalfSignInTables tables,
      FactorPolicy policy,
      Authenticators authenticators,
      Passkeys passkeys,
      Passwords passwords,
      Pins pins,
      OneTimeCodes codes,
      HolderTables holders,
      Attempts attempts,
      InstantSource clock) {
    this.tables = tables;
    this.policy = policy;
    this.authenticators = authenticators;
    this.passkeys = passkeys;
    this.passwords = passwords;
    this.pins = pins;
    this.codes = codes;
    this.holders = holders;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * @param knownBrowser whether the party has signed in from there
   */
  Needed after(Factor first, App app, UUID party, boolean knownBrowser) {
    if (first == Factor.PASSKEY) {
      return new Needed.Enough();
    }
    SecondFactor rule = policy.of(app, party);
    boolean required = rule == SecondFactor.REQUIRED;
    boolean elsewhere = rule == SecondFactor.ON_NEW_DEVICE && !knownBrowser;
    List<Factor> methods = new ArrayList<>();
    if (authenticators.has(party)) {
      methods.add(Factor.TOTP);
      methods.add(Factor.RECOVERY_CODE);
    }
    if (methods.isEmpty() && elsewhere && first == Factor.PASSWORD) {
      methods.add(Factor.CODE);
    }
    boolean invited = first == Factor.INVITATION;
    if (passkeys.has(party) && (required || invited || !methods.isEmpty())) {
      methods.add(Factor.PASSKEY);
    }
    if (methods.isEmpty()) {
      return required ? new Needed.Enrolment() : new Needed.Enough();
    }
    return another(first, app, party, methods, null);
  }

  /**
   * What is missing after a code on a device that its owner never used: anything that a thief with
   * the phone number does not have. The same for everybody, and for nobody.
   *
   * @param subject by what tries are counted
   */
  Needed.Another onNewDevice(Optional<UUID> person, byte[] subject) {
    return another(Factor.CODE, App.WALLET, person.orElse(NOBODY), ANY, subject);
  }

  private Needed.Another another(
      Factor first, App app, UUID party, List<Factor> methods, byte @Nullable [] subject) {
    Token token = Token.fresh(random);
    Instant expiresAt = clock.instant().plus(LIFE);
    tables.insert(token, app, party, first, subject, expiresAt);
    return new Needed.Another(token, List.copyOf(methods), expiresAt);
  }

  /** Looks at a code, counting the try first; a right one uses the token up. */
  Shown show(Token token, App app, Factor factor, String code) {
    return show(token, app, factor, half -> matches(half.party(), half.factor(), factor, code));
  }

  /** The same for a code that was sent to what the party is known by. */
  Shown showSent(Token token, App app, CodeId id, String code) {
    return show(
        token,
        app,
        Factor.CODE,
        half -> half.factor() == Factor.PASSWORD && isSentTo(half.party(), id, code));
  }

  private boolean isSentTo(UUID party, CodeId id, String code) {
    return codes.check(id, Purpose.SIGN_IN, code) instanceof CodeCheck.Right(Contact contact)
        && holders.holder(contact).filter(holder -> holder.value().equals(party)).isPresent();
  }

  private Shown show(Token token, App app, Factor factor, Predicate<HalfSignInTables.Row> right) {
    Instant now = clock.instant();
    var half = tables.countTry(token, app, TRIES, now);
    if (half.isEmpty()) {
      return new Shown.Expired();
    }
    UUID party = half.get().party();
    String counted = half.get().subject().map(HexFormat.of()::formatHex).orElse(party.toString());
    if (attempts.take(Limit.SECOND_FACTOR_OF_PARTY, counted)
        instanceof Taken.Exhausted(var until)) {
      return new Shown.TooMany(until);
    }
    if (!right.test(half.get())) {
      return new Shown.Wrong(TRIES - half.get().tries());
    }
    attempts.forget(Limit.SECOND_FACTOR_OF_PARTY, counted);
    if (!tables.use(token, now)) {
      return new Shown.Expired();
    }
    boolean known = factor == Factor.PIN || factor == Factor.PASSWORD;
    return known && authenticators.has(party)
        ? new Shown.NotEnough(another(factor, app, party, whereEnrolled(party), null))
        : new Shown.Right(party, half.get().factor());
  }

  private List<Factor> whereEnrolled(UUID party) {
    List<Factor> methods = new ArrayList<>(List.of(Factor.TOTP, Factor.RECOVERY_CODE));
    if (passkeys.has(party)) {
      methods.add(Factor.PASSKEY);
    }
    return methods;
  }

  /** A PIN or password is a second factor beside a code to the phone or email only. */
  private boolean matches(UUID party, Factor first, Factor second, String secret) {
    return switch (second) {
      case TOTP -> authenticators.verify(party, secret);
      case RECOVERY_CODE -> authenticators.useRecoveryCode(party, secret);
      case PIN -> first == Factor.CODE && pins.opens(new PersonId(party), secret);
      case PASSWORD -> first == Factor.CODE && passwords.matches(Optional.of(party), secret);
      case CODE, PASSKEY, INVITATION, RECOVERY -> false;
    };
  }

  /** Whether a password never opens this account alone. */
  boolean guards(App app, UUID party) {
    return policy.of(app, party) == SecondFactor.REQUIRED || authenticators.has(party);
  }

  /** Whether the party would be left without a second factor that it must have and can show. */
  boolean wouldLack(App app, UUID party, Factor removed, int passkeysLeft) {
    boolean authenticatorLeft = removed != Factor.TOTP && authenticators.opens(party);
    return policy.of(app, party) == SecondFactor.REQUIRED
        && !authenticatorLeft
        && passkeysLeft == 0;
  }
}
