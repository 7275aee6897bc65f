package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.AuditTrail;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.OneTimeCodes.CodeCheck;
import dev.qiao.identity.OneTimeCodes.Purpose;
import dev.qiao.identity.SecondFactors.Needed;
import dev.qiao.identity.SecondFactors.Shown;
import dev.qiao.identity.Sessions.Opened;
import dev.qiao.identity.Sessions.Place;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens sessions for those who show that they are who they say. */
@Component
class SignIns {
  private static final Duration SIGN_UP_LIFE = Duration.ofMinutes(10);

  /** What became of a sign-in. */
  sealed interface SignInResult {
    record SignedIn(UUID party, Opened session, boolean mustEnrol) implements SignInResult {}

    /**
     * The code was right, on a browser that no wallet of this phone or email knows. Whether there
     * is one is not told: they may show more to open theirs, or open a new one.
     */
    record Unrecognised(Token signUp, Instant expiresAt, Needed.Another needed)
        implements SignInResult {}

    record TooMany(Instant until) implements SignInResult {}

    record CredentialsWrong(int left) implements SignInResult {}

    /** One factor was right; another is asked for. */
    record Halfway(Needed.Another needed) implements SignInResult {}

    /** The second factor is not right. */
    record FactorWrong(int left) implements SignInResult {}

    /** An operator has locked them out. Told only to who has shown all that it takes. */
    record LockedOut() implements SignInResult {}

    /** An operator has locked this browser for them. Told only to who has shown all. */
    record DeviceLocked() implements SignInResult {}

    /** The first factor was shown too long ago, or the second was tried too often. */
    record SignInExpired() implements SignInResult {}

    /** The passkey is not known here, or has not signed what it was asked to: not told apart. */
    record PasskeyRefused() implements SignInResult {}

    record CodeWrong(int left) implements SignInResult {}

    record CodeExpired() implements SignInResult {}
  }

  private final HolderTables holders;
  private final StaffTables staff;
  private final OperatorTables operators;
  private final SignUpTables signUps;
  private final Passwords passwords;
  private final LockTables locks;
  private final WayInTables ways;
  private final Passkeys passkeys;
  private final SecondFactors secondFactors;
  private final OneTimeCodes codes;
  private final Attempts attempts;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SignIns(
      HolderTables holders,
      StaffTables staff,
      OperatorTables operators,
      SignUpTables signUps,
      Passwords passwords,
      LockTables locks,
      WayInTables ways,
      Passkeys passkeys,
      SecondFactors secondFactors,
      OneTimeCodes codes,
      Attempts attempts,
      Sessions sessions,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.holders = holders;
    this.staff = staff;
    this.operators = operators;
    this.signUps = signUps;
    this.passwords = passwords;
    this.locks = locks;
    this.ways = ways;
    this.passkeys = passkeys;
    this.secondFactors = secondFactors;
    this.codes = codes;
    this.attempts = attempts;
    this.sessions = sessions;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Signs in by password. An unknown login is counted, answered and timed like a known one. */
  SignInResult byPassword(String login, String password, Place place) {
    String subject = place.app().text() + ':' + subject(place.app(), login);
    Optional<Instant> waiting = take(place);
    if (waiting.isPresent()) {
      return new SignInResult.TooMany(waiting.get());
    }
    return switch (attempts.take(Limit.PASSWORD_OF_LOGIN, subject)) {
      case Taken.Exhausted(var until) -> new SignInResult.TooMany(until);
      case Taken.Counted(int left) -> {
        Optional<UUID> party = party(place, login);
        if (!passwords.matches(party, password)) {
          refuse(place, party, "credentials_wrong");
          yield new SignInResult.CredentialsWrong(left);
        }
        attempts.forget(Limit.PASSWORD_OF_LOGIN, subject);
        yield admitted(party.orElseThrow(), Factor.PASSWORD, Optional.empty(), place);
      }
    };
  }

  /** Signs a person in by a one-time code, or lets them sign up. */
  SignInResult byCode(CodeId id, String code, Place place) {
    Optional<Instant> waiting = take(place);
    if (waiting.isPresent()) {
      return new SignInResult.TooMany(waiting.get());
    }
    return switch (codes.check(id, Purpose.SIGN_IN, code)) {
      case CodeCheck.Wrong(int left) -> {
        refuse(place, Optional.empty(), "code_wrong");
        yield new SignInResult.CodeWrong(left);
      }
      case CodeCheck.Expired() -> {
        refuse(place, Optional.empty(), "code_expired");
        yield new SignInResult.CodeExpired();
      }
      case CodeCheck.Right(Contact contact) -> byContact(contact, place);
    };
  }

  /** Signs in whoever's passkey has signed. It shows who they are and takes two factors at once. */
  SignInResult byPasskey(Assertion assertion, Place place) {
    Optional<Instant> waiting = take(place);
    if (waiting.isPresent()) {
      return new SignInResult.TooMany(waiting.get());
    }
    return passkeys
        .signer(assertion, Challenge.Purpose.SIGN_IN, place.app())
        .filter(
            signer -> place.app() != App.MERCHANT || staff.isActive(new StaffId(signer.party())))
        .map(
            signer ->
                admitted(signer.party(), Factor.PASSKEY, Optional.of(signer.passkey()), place))
        .orElseGet(
            () -> {
              refuse(place, Optional.empty(), "passkey_refused");
              return new SignInResult.PasskeyRefused();
            });
  }

  /** Signs in whoever has shown a first factor before and shows a second one now. */
  SignInResult bySecondFactor(Token token, Factor factor, String code, Place place) {
    return bySecondFactor(
        factor, place, () -> secondFactors.show(token, place.app(), factor, code));
  }

  /** The same by a code that was sent to their phone or email. */
  SignInResult bySentCode(Token token, CodeId id, String code, Place place) {
    return bySecondFactor(
        Factor.CODE, place, () -> secondFactors.showSent(token, place.app(), id, code));
  }

  private SignInResult bySecondFactor(Factor factor, Place place, Supplier<Shown> showing) {
    Optional<Instant> waiting = take(place);
    if (waiting.isPresent()) {
      return new SignInResult.TooMany(waiting.get());
    }
    return switch (showing.get()) {
      case Shown.Right(UUID party, Factor first) -> {
        giveBack(place);
        yield signedIn(party, place, List.of(first, factor), Optional.empty(), false);
      }
      case Shown.NotEnough(var needed) -> {
        giveBack(place);
        yield new SignInResult.Halfway(needed);
      }
      case Shown.Wrong(int left) -> {
        refuse(place, Optional.empty(), "factor_wrong");
        yield new SignInResult.FactorWrong(left);
      }
      case Shown.Expired() -> new SignInResult.SignInExpired();
      case Shown.TooMany(var until) -> new SignInResult.TooMany(until);
    };
  }

  /**
   * A code opens a wallet only where its owner was before: a number is easily lost. Elsewhere it is
   * the same work and the same answer, whether there is a wallet or not.
   */
  private SignInResult byContact(Contact contact, Place place) {
    Optional<UUID> holder = holders.holder(contact).map(PersonId::value);
    if (sessions.knows(holder.orElse(SecondFactors.NOBODY), place)) {
      return admitted(holder.orElseThrow(), Factor.CODE, Optional.empty(), place);
    }
    giveBack(place);
    Token token = Token.fresh(random);
    Instant expiresAt = clock.instant().plus(SIGN_UP_LIFE);
    signUps.insert(token, contact, expiresAt);
    return new SignInResult.Unrecognised(
        token, expiresAt, secondFactors.onNewDevice(holder, holders.index(contact)));
  }

  private Optional<Instant> take(Place place) {
    return attempts.takeAt(place, Limit.SIGN_IN_FROM_ADDRESS, Limit.SIGN_IN_FROM_DEVICE);
  }

  private void giveBack(Place place) {
    attempts.giveBackAt(place, Limit.SIGN_IN_FROM_ADDRESS, Limit.SIGN_IN_FROM_DEVICE);
  }

  /** Lets somebody in who has shown a factor, or asks for another. */
  private SignInResult admitted(
      UUID party, Factor first, Optional<PasskeyId> passkey, Place place) {
    giveBack(place);
    return switch (secondFactors.after(first, place.app(), party, sessions.knows(party, place))) {
      case Needed.Enough() -> signedIn(party, place, List.of(first), passkey, false);
      case Needed.Enrolment() -> signedIn(party, place, List.of(first), passkey, true);
      case Needed.Another another -> new SignInResult.Halfway(another);
    };
  }

  /** Looks at the locks again as it opens, so that none is placed between the two. */
  private SignInResult signedIn(
      UUID party,
      Place place,
      List<Factor> factors,
      Optional<PasskeyId> passkey,
      boolean mustEnrol) {
    if (locks.isLocked(party)) {
      refuse(place, Optional.of(party), "party_locked");
      return new SignInResult.LockedOut();
    }
    return transaction.execute(
        status -> {
          if (sessions
              .device(party, place)
              .filter(device -> ways.isLocked(party, new WayIn.OfDevice(device)))
              .isPresent()) {
            refuse(place, Optional.of(party), "device_locked");
            return new SignInResult.DeviceLocked();
          }
          if (factors.stream()
              .flatMap(factor -> WayIn.of(factor, passkey).stream())
              .anyMatch(way -> ways.isLocked(party, way))) {
            refuse(place, Optional.of(party), "credential_locked");
            return new SignInResult.SignInExpired();
          }
          return new SignInResult.SignedIn(
              party, sessions.open(party, place, factors, mustEnrol), mustEnrol);
        });
  }

  private Optional<UUID> party(Place place, String login) {
    return switch (place.app()) {
      case WALLET ->
          Contact.parse(login)
              .flatMap(contact -> holders.signingIn(contact, device(place)))
              .map(PersonId::value);
      case MERCHANT -> LoginName.parse(login).flatMap(staff::activeId);
      case CONSOLE -> LoginName.parse(login).flatMap(operators::idOf);
    };
  }

  private static byte[] device(Place place) {
    return place.known().map(Token::hash).orElseGet(() -> new byte[0]);
  }

  /** One subject for each way to write the same login. */
  private static String subject(App app, String login) {
    Optional<String> known =
        app == App.WALLET ? Contact.parse(login).map(Contact::key) : LoginName.parse(login);
    return known.orElseGet(() -> login.strip().toLowerCase(Locale.ROOT));
  }

  /** Leaves the login out of the trail: people type their passwords there. */
  private void refuse(Place place, Optional<UUID> party, String reason) {
    String kind = Sessions.kind(place.app());
    audit.record(
        kind,
        party.orElse(null),
        place.address(),
        "session.refused",
        place.app().text(),
        "refused",
        reason);
  }
}
