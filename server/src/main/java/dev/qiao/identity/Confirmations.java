package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.api.Amount;
import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.ids.Ids;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Strong authentication with dynamic linking (PSD2, delegated regulation 2018/389, article 5): what
 * confirms a movement of money is bound to its amount, currency and payee and to a nonce, so that
 * it confirms that one, once, and nothing else. A passkey signs the binding itself; a PIN is taken
 * only together with it.
 */
@Component
public class Confirmations {
  private static final int NONCE_BYTES = 32;

  /** Ways to confirm. */
  enum Way {
    PIN,
    PASSKEY,
    /** Above the threshold a PIN needs the authenticator's code beside it. */
    PIN_AND_TOTP,
    /** Out of habit, for who has nothing stronger: a code that is sent to them beside the PIN. */
    PIN_AND_CODE;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a person's word was found to be. */
  public sealed interface Word {
    record Given() implements Word {}

    /** Unknown, used, too old, someone else's, or bound to something else: not told apart. */
    record Invalid() implements Word {}

    /** This amount needs more than a PIN. */
    record TooWeak() implements Word {}

    record PinRefused(PinCheck check) implements Word {}

    record CodeRefused() implements Word {}

    /** Too many wrong codes: not looked at until then. */
    record TooMany(Instant until) implements Word {}

    record PasskeyRefused() implements Word {}
  }

  /** How much a deed needs. */
  private enum Need {
    PIN,
    /** A passkey, or a second thing beside the PIN. */
    SECOND,
    /** A passkey, or the authenticator beside the PIN. */
    STRONG
  }

  private final ConfirmationTables tables;
  private final Pins pins;
  private final Passkeys passkeys;
  private final PasskeyRequests requests;
  private final Authenticators authenticators;
  private final OneTimeCodes codes;
  private final ContactBook contacts;
  private final WayInTables waysIn;
  private final Safety safety;
  private final List<Prudence> prudences;
  private final Attempts attempts;
  private final Ids ids;
  private final InstantSource clock;
  private final SessionTables sessions;
  private final TransactionOperations transaction;
  private final long stepUpFrom;
  private final long newDeviceLimit;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param stepUpFrom the amount in minor units from which a PIN alone is too weak
   * @param newDeviceLimit what a new device may move in its first day, in minor units
   */
  Confirmations(
      ConfirmationTables tables,
      Pins pins,
      Passkeys passkeys,
      PasskeyRequests requests,
      Authenticators authenticators,
      OneTimeCodes codes,
      ContactBook contacts,
      WayInTables waysIn,
      Safety safety,
      List<Prudence> prudences,
      Attempts attempts,
      Ids ids,
      InstantSource clock,
      SessionTables sessions,
      TransactionOperations transaction,
      @Value("${qiao.step-up-from:500000}") long stepUpFrom,
      @Value("${qiao.new-device-limit:100000}") long newDeviceLimit) {
    this.tables = tables;
    this.pins = pins;
    this.passkeys = passkeys;
    this.requests = requests;
    this.authenticators = authenticators;
    this.codes = codes;
    this.contacts = contacts;
    this.waysIn = waysIn;
    this.safety = safety;
    this.prudences = prudences;
    this.attempts = attempts;
    this.ids = ids;
    this.clock = clock;
    this.sessions = sessions;
    this.transaction = transaction;
    this.stepUpFrom = stepUpFrom;
    this.newDeviceLimit = newDeviceLimit;
  }

  /**
   * Asks a person to confirm; what is answered is what they are to be shown. Throws a problem when
   * nothing can leave, or the session is new and has asked for enough.
   */
  public ConfirmationView ask(Caller person, Deed deed) {
    Prudence.Advice advice = advice(person.party(), deed);
    advice
        .obstacle()
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var row =
        new ConfirmationTables.Row(
            new ConfirmationId(ids.next()),
            person.party(),
            nonce,
            binding(person.party(), deed, nonce),
            clock.instant().plus(Challenge.LIFE));
    transaction.executeWithoutResult(
        status -> {
          refuseMuchOnNewDevice(person, deed);
          tables.insert(row, person.session(), deed.amount().minor());
        });
    List<Way> ways = ways(person.party(), need(deed, advice));
    return new ConfirmationView(
        row.id(),
        Amount.of(deed.amount()),
        ways,
        ways.contains(Way.PASSKEY) ? requests.request(challenge(row)) : null,
        row.expiresAt(),
        advice.cautions(),
        advice.payeeSince().orElse(null));
  }

  private void refuseMuchOnNewDevice(Caller person, Deed deed) {
    Instant now = clock.instant();
    Optional<SessionTables.Cooling> cooling =
        sessions.cooling(new SessionId(person.session())).filter(c -> c.until().isAfter(now));
    if (cooling.isEmpty()) {
      return;
    }
    Instant since = now.minus(Sessions.COOLING);
    long asked =
        cooling.get().whole()
            ? tables.askedOfWallet(person.party(), since, now)
            : tables.asked(person.session(), since, now);
    if (asked + deed.amount().minor() > newDeviceLimit) {
      throw Problem.of(ErrorCode.NEW_DEVICE_LIMIT)
          .with("limit", newDeviceLimit)
          .with("until", cooling.get().until().toString())
          .thrown();
    }
  }

  /** What is locked is not offered, and still counts as had: nothing weaker takes its place. */
  private List<Way> ways(UUID person, Need need) {
    boolean hasPasskey = passkeys.has(person);
    Set<Factor> locked = waysIn.lockedFactors(person);
    List<Way> ways = new ArrayList<>();
    if (hasPasskey && !locked.contains(Factor.PASSKEY)) {
      ways.add(Way.PASSKEY);
    }
    if (need == Need.PIN) {
      ways.add(Way.PIN);
    } else if (authenticators.has(person)) {
      if (!locked.contains(Factor.TOTP)) {
        ways.add(Way.PIN_AND_TOTP);
      }
    } else if (need == Need.SECOND && !hasPasskey && safety.codeCounts(person)) {
      ways.add(Way.PIN_AND_CODE);
    }
    return List.copyOf(ways);
  }

  /**
   * Takes a PIN for this deed. The PIN's try is counted, whatever comes of it; a right one uses the
   * confirmation up. Commits on its own: call it outside the transaction it permits.
   *
   * @param code of the authenticator, or the one that was sent, where the deed asks for it
   * @param sent which code was sent, if it is that
   */
  public Word byPin(
      UUID person,
      Deed deed,
      ConfirmationId id,
      String pin,
      Optional<String> code,
      Optional<CodeId> sent) {
    Optional<ConfirmationTables.Row> open = open(person, deed, id);
    if (open.isEmpty()) {
      return new Word.Invalid();
    }
    Need need = need(deed, advice(person, deed));
    Way way = sent.isPresent() ? Way.PIN_AND_CODE : Way.PIN_AND_TOTP;
    boolean more = need != Need.PIN;
    if (more && (code.isEmpty() || !ways(person, need).contains(way))) {
      return new Word.TooWeak();
    }
    if (more
        && attempts.take(Limit.SECOND_FACTOR_OF_PARTY, person.toString())
            instanceof Taken.Exhausted(var until)) {
      return new Word.TooMany(until);
    }
    PinCheck check = pins.verify(new PersonId(person), pin);
    if (!(check instanceof PinCheck.Verified)) {
      return new Word.PinRefused(check);
    }
    if (more && !holds(person, code.orElseThrow(), sent)) {
      return new Word.CodeRefused();
    }
    return tables.use(id, clock.instant()) ? new Word.Given() : new Word.Invalid();
  }

  /** Takes a passkey's signature for this deed; uses the confirmation up either way. */
  public Word byPasskey(UUID person, Deed deed, ConfirmationId id, Assertion assertion) {
    Optional<ConfirmationTables.Row> open = open(person, deed, id);
    if (open.isEmpty() || !tables.use(id, clock.instant())) {
      return new Word.Invalid();
    }
    return passkeys.signer(challenge(open.get()), assertion).isPresent()
        ? new Word.Given()
        : new Word.PasskeyRefused();
  }

  /** What was asked, if it was asked of this person for exactly this. */
  private Optional<ConfirmationTables.Row> open(UUID person, Deed deed, ConfirmationId id) {
    return tables
        .open(id, person, clock.instant())
        .filter(row -> MessageDigest.isEqual(row.challenge(), binding(person, deed, row.nonce())));
  }

  private boolean holds(UUID person, String code, Optional<CodeId> sent) {
    return sent.map(id -> holds(person, code, id))
        .orElseGet(() -> authenticators.verify(person, code));
  }

  /** Whether it is the code that was sent to the person's phone, or to what they have instead. */
  private boolean holds(UUID person, String code, CodeId sent) {
    return codes.check(sent, OneTimeCodes.Purpose.CONFIRM, code)
            instanceof OneTimeCodes.CodeCheck.Right(Contact shown)
        && contacts.toShow(new PersonId(person), false).filter(shown::equals).isPresent();
  }

  private Need need(Deed deed, Prudence.Advice advice) {
    if (deed.amount().minor() >= stepUpFrom) {
      return Need.STRONG;
    }
    return advice.moreThanPin() ? Need.SECOND : Need.PIN;
  }

  /** The first obstacle, and all that anybody warns of. */
  private Prudence.Advice advice(UUID person, Deed deed) {
    List<Prudence.Advice> all =
        prudences.stream().map(prudence -> prudence.advice(person, deed)).toList();
    return new Prudence.Advice(
        all.stream().flatMap(one -> one.obstacle().stream()).findFirst(),
        all.stream().anyMatch(Prudence.Advice::moreThanPin),
        all.stream().flatMap(one -> one.cautions().stream()).distinct().toList(),
        all.stream().flatMap(one -> one.payeeSince().stream()).findFirst());
  }

  private static Challenge challenge(ConfirmationTables.Row row) {
    return new Challenge(
        new ChallengeId(row.id().value()),
        Challenge.Purpose.CONFIRM,
        App.WALLET,
        Optional.of(row.person()),
        row.challenge(),
        row.expiresAt());
  }

  /** One line each, none of which can hold a line's end. */
  private static byte[] binding(UUID person, Deed deed, byte[] nonce) {
    String text =
        String.join(
            "\n",
            "qiao confirmation 1",
            person.toString(),
            deed.thing(),
            Long.toString(deed.amount().minor()),
            deed.amount().unit().code(),
            deed.payee(),
            RelyingParty.text(nonce));
    return Token.sha256(text);
  }
}
