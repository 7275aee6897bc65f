package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Step-up: what opens an account may be changed only by who has shown a factor within the last ten
 * minutes, the strongest kind that they have. A session that was left open is not enough.
 */
@Component
public class Proofs {
  static final Duration FRESH = Duration.ofMinutes(10);

  /** What became of a factor shown again. */
  sealed interface Proof {
    /**
     * Right.
     *
     * @param passkey which one has signed, where one has
     */
    record Proven(Optional<PasskeyId> passkey) implements Proof {}

    /** Not right, or none of those that count for this party. */
    record Wrong(int left) implements Proof {}

    record TooMany(Instant until) implements Proof {}
  }

  private final SessionTables sessions;
  private final Passkeys passkeys;
  private final Authenticators authenticators;
  private final Passwords passwords;
  private final Pins pins;
  private final WayInTables ways;
  private final Attempts attempts;
  private final InstantSource clock;

  Proofs(
      SessionTables sessions,
      Passkeys passkeys,
      Authenticators authenticators,
      Passwords passwords,
      Pins pins,
      WayInTables ways,
      Attempts attempts,
      InstantSource clock) {
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.passwords = passwords;
    this.pins = pins;
    this.ways = ways;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Throws a problem that names what would do, unless the caller has shown it lately. */
  public void require(Caller caller) {
    require(caller, had(caller));
  }

  /**
   * The same for who ends what was begun at that time: they have shown it in this very session, and
   * it counts still. Holds the session until the transaction at hand ends, so that a lock which
   * ends the session waits, and then finds what was set up in it.
   */
  void requireSince(Caller caller, Instant begunAt) {
    if (!sessions.hold(new SessionId(caller.session()))) {
      throw Problem.of(ErrorCode.SESSION_EXPIRED).thrown();
    }
    require(caller, had(caller), begunAt);
  }

  /**
   * The same, but not with this factor: it is the one that they say they have forgotten. Nothing is
   * asked of who has no other, unless an operator has locked the one.
   */
  void requireOther(Caller caller, Factor forgotten) {
    List<Factor> others = had(caller).stream().filter(factor -> factor != forgotten).toList();
    if (!others.isEmpty()) {
      require(caller, others);
    } else if (ways.lockedFactors(caller.party()).contains(forgotten)) {
      throw Problem.of(ErrorCode.CREDENTIAL_LOCKED).thrown();
    }
  }

  /**
   * Where somebody has nothing to show again, having come in lately is all that can be asked for;
   * not so where all that they have is locked.
   */
  private void require(Caller caller, List<Factor> had) {
    require(caller, had, clock.instant());
  }

  private void require(Caller caller, List<Factor> had, Instant begunAt) {
    List<Factor> methods = open(caller, had);
    if (methods.isEmpty() && !had.isEmpty()) {
      throw Problem.of(ErrorCode.CREDENTIAL_LOCKED).thrown();
    }
    boolean fresh =
        sessions
            .proved(new SessionId(caller.session()))
            .filter(proved -> proved.at().isAfter(begunAt.minus(FRESH)))
            .filter(
                proved ->
                    methods.isEmpty() || proved.by().filter(by -> does(by, methods)).isPresent())
            .isPresent();
    if (!fresh) {
      String names = methods.stream().map(Factor::text).collect(Collectors.joining(","));
      throw Problem.of(ErrorCode.STEP_UP_REQUIRED).with("methods", names).thrown();
    }
  }

  /**
   * What is not merely known shows enough, also where it was removed since; who has just been
   * invited has chosen all anew.
   */
  private static boolean does(Factor shown, List<Factor> methods) {
    return methods.contains(shown)
        || shown == Factor.PASSKEY
        || shown == Factor.TOTP
        || shown == Factor.RECOVERY_CODE
        || shown == Factor.INVITATION
        || shown == Factor.RECOVERY;
  }

  /**
   * The same for who has a passkey or an authenticator, or something that an operator has locked;
   * others have nothing to ask for.
   */
  void requireIfStrong(Caller caller) {
    UUID party = caller.party();
    if (passkeys.has(party) || authenticators.has(party) || !ways.lockedFactors(party).isEmpty()) {
      require(caller);
    }
  }

  /** The strongest that the party has and can show; empty when there is none. */
  List<Factor> methods(Caller caller) {
    return open(caller, had(caller));
  }

  private List<Factor> open(Caller caller, List<Factor> had) {
    Set<Factor> locked = ways.lockedFactors(caller.party());
    return had.stream().filter(factor -> !locked.contains(factor)).toList();
  }

  /** The strongest that the party has: what is locked makes nothing weaker enough. */
  private List<Factor> had(Caller caller) {
    UUID party = caller.party();
    List<Factor> strong = new ArrayList<>();
    if (passkeys.has(party)) {
      strong.add(Factor.PASSKEY);
    }
    if (authenticators.has(party)) {
      strong.add(Factor.TOTP);
      strong.add(Factor.RECOVERY_CODE);
    }
    if (!strong.isEmpty()) {
      return List.copyOf(strong);
    }
    List<Factor> known = new ArrayList<>();
    if (passwords.isSet(party)) {
      known.add(Factor.PASSWORD);
    }
    if (caller.kind() == Caller.Kind.PERSON && pins.isSet(new PersonId(party))) {
      known.add(Factor.PIN);
    }
    return List.copyOf(known);
  }

  /** Looks at a secret, counting the try first. */
  Proof show(Caller caller, Factor factor, String secret) {
    return counted(
        caller,
        factor,
        () ->
            matches(caller, factor, secret)
                ? Optional.of(new Proof.Proven(Optional.empty()))
                : Optional.empty());
  }

  /** Looks at what a passkey signed, counting the try first. */
  Proof show(Caller caller, Assertion assertion) {
    return counted(
        caller,
        Factor.PASSKEY,
        () ->
            passkeys
                .signer(assertion, Challenge.Purpose.PROVE, caller.app())
                .filter(signer -> signer.party().equals(caller.party()))
                .map(signer -> new Proof.Proven(Optional.of(signer.passkey()))));
  }

  private Proof counted(Caller caller, Factor factor, Supplier<Optional<Proof.Proven>> showing) {
    return switch (attempts.take(Limit.PROOF_OF_PARTY, caller.party().toString())) {
      case Taken.Exhausted(var until) -> new Proof.TooMany(until);
      case Taken.Counted(int left) -> {
        Optional<Proof.Proven> proven =
            methods(caller).contains(factor) ? showing.get() : Optional.empty();
        if (proven.isEmpty()) {
          yield new Proof.Wrong(left);
        }
        attempts.forget(Limit.PROOF_OF_PARTY, caller.party().toString());
        yield proven.get();
      }
    };
  }

  private boolean matches(Caller caller, Factor factor, String secret) {
    UUID party = caller.party();
    return switch (factor) {
      case PASSWORD -> passwords.matches(Optional.of(party), secret);
      case TOTP -> authenticators.verify(party, secret);
      case RECOVERY_CODE -> authenticators.useRecoveryCode(party, secret);
      case PIN -> pins.verify(new PersonId(party), secret) instanceof PinCheck.Verified;
      case CODE, PASSKEY, INVITATION, RECOVERY -> false;
    };
  }
}
