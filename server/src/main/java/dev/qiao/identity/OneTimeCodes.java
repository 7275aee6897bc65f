package dev.qiao.identity;

import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.Sessions.Place;
import dev.qiao.ids.Ids;
import dev.qiao.notice.Notices;
import dev.qiao.notice.Progress;
import dev.qiao.notice.Recipient;
import dev.qiao.notice.Sending;
import dev.qiao.notice.Template;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Six digits sent to a phone or an email, good for five minutes, five tries and one use. Whether
 * that is someone's is never looked at here, so no answer can tell.
 */
@Component
class OneTimeCodes {
  static final int TRIES = 5;
  static final Duration LIFE = Duration.ofMinutes(5);
  static final Duration RESEND_AFTER = Duration.ofSeconds(60);

  /** What a code is good for; signing up and signing in are one. */
  enum Purpose {
    SIGN_IN,
    RESET_PIN,
    /** Beside a PIN, for a movement out of habit. */
    CONFIRM,
    /** Shows a phone or email that somebody signed in wants to be known by. */
    ADD_CONTACT,
    /** Shows that whoever changes the phone has what the wallet is known by now. */
    CHANGE_PHONE,
    /** Shows where somebody is reached who asks for a wallet to be opened again. */
    RECOVER;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of the wish for a code. */
  sealed interface CodeSending {
    record CodeOnItsWay(CodeId id, Instant expiresAt, Instant resendAt) implements CodeSending {}

    record TooMany(Instant until) implements CodeSending {}

    record NoChannel() implements CodeSending {}
  }

  /** What a code was found to be. */
  sealed interface CodeCheck {
    record Right(Contact contact) implements CodeCheck {}

    record Wrong(int left) implements CodeCheck {}

    /** Unknown, too old, used, or tried too often: not told apart. */
    record Expired() implements CodeCheck {}
  }

  private final OneTimeCodeTables tables;
  private final Attempts attempts;
  private final Notices notices;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  OneTimeCodes(
      OneTimeCodeTables tables,
      Attempts attempts,
      Notices notices,
      TransactionTemplate transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.attempts = attempts;
    this.notices = notices;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Sends a code, or points to the one sent within the last minute. That one is replaced all the
   * same when it did not leave, or when it is asked for by another channel.
   */
  CodeSending send(
      Contact contact, Purpose purpose, Place place, Locale language, Optional<String> via) {
    Recipient to = Recipients.of(contact, language);
    if (!notices.available(to.medium())) {
      return new CodeSending.NoChannel();
    }
    Optional<Instant> until =
        attempts.takeAt(place, Limit.CODE_FROM_ADDRESS, Limit.CODE_FROM_DEVICE);
    if (until.isPresent()) {
      return new CodeSending.TooMany(until.get());
    }
    Instant now = clock.instant();
    Instant since = now.minus(RESEND_AFTER);
    Optional<OneTimeCodeTables.Row> recent = tables.sentSince(contact, purpose, since);
    if (recent.isPresent() && !mayBeReplaced(recent.get().id(), via)) {
      return onItsWay(recent.get());
    }
    if (attempts.take(Limit.CODE_TO_CONTACT, contact.key()) instanceof Taken.Exhausted(var end)) {
      return new CodeSending.TooMany(end);
    }
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    CodeId id = new CodeId(ids.next());
    var row = new OneTimeCodeTables.Row(id, contact, hash(id, code), 0, now, now.plus(LIFE));
    Optional<CodeId> instead = recent.map(OneTimeCodeTables.Row::id);
    // The code and its message are there together or not at all.
    Boolean queued =
        transaction.execute(
            _ ->
                tables.replace(row, purpose, since, instead)
                    && deliver(row, to, purpose, code, via) instanceof Sending.Queued);
    if (!Boolean.TRUE.equals(queued)) {
      // Another request sent one between the look and the write.
      return tables
          .sentSince(contact, purpose, since)
          .map(OneTimeCodes::onItsWay)
          .orElseGet(() -> new CodeSending.TooMany(now.plus(RESEND_AFTER)));
    }
    notices.wake();
    return onItsWay(row);
  }

  private boolean mayBeReplaced(CodeId sent, Optional<String> via) {
    return notices
        .progress(sent.value())
        .filter(
            progress ->
                progress.state() == Progress.State.FAILED
                    || via.filter(progress.others()::contains).isPresent())
        .isPresent();
  }

  /** Looks at a code, counting the try first; a right one is used up. */
  CodeCheck check(CodeId id, Purpose purpose, String code) {
    Instant now = clock.instant();
    var counted = tables.countTry(id, purpose, TRIES, now);
    if (counted.isEmpty()) {
      return new CodeCheck.Expired();
    }
    var row = counted.get();
    if (!MessageDigest.isEqual(hash(id, code), row.hash())) {
      return new CodeCheck.Wrong(TRIES - row.tries());
    }
    return tables.use(id, now) ? new CodeCheck.Right(row.contact()) : new CodeCheck.Expired();
  }

  private Sending deliver(
      OneTimeCodeTables.Row row, Recipient to, Purpose purpose, String code, Optional<String> via) {
    return notices.send(
        row.id().value(),
        to,
        Template.ONE_TIME_CODE,
        Map.of("code", code, "purpose", purpose.text()),
        via,
        row.expiresAt());
  }

  private static CodeSending onItsWay(OneTimeCodeTables.Row row) {
    return new CodeSending.CodeOnItsWay(row.id(), row.expiresAt(), row.sentAt().plus(RESEND_AFTER));
  }

  /**
   * Salted by the id, so that equal codes look different. It protects for the minutes that a code
   * lives.
   */
  private static byte[] hash(CodeId id, String code) {
    return Token.sha256(id.text() + ':' + code);
  }
}
