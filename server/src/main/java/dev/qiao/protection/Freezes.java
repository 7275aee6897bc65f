package dev.qiao.protection;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Safety;
import dev.qiao.ledger.AccountChange;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Side;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.protection.FreezeTables.By;
import dev.qiao.protection.FreezeTables.Freeze;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Freezes wallets: money may come in, none leaves. The ledger refuses the debits, in the order in
 * which it writes postings, so that it holds on every instance from the moment it is answered. The
 * row is written first and the ledger told next; what a crash leaves between is done by a sweep.
 */
@Component
@EnableConfigurationProperties(ProtectionTerms.class)
class Freezes {
  private static final Logger log = LoggerFactory.getLogger(Freezes.class);
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

  private final FreezeTables tables;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final Safety safety;
  private final SecurityNotices notices;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final ProtectionTerms terms;
  private final InstantSource clock;

  Freezes(
      FreezeTables tables,
      PersonAccounts accounts,
      Ledger ledger,
      Safety safety,
      SecurityNotices notices,
      AuditTrail trail,
      TransactionOperations transaction,
      ProtectionTerms terms,
      InstantSource clock) {
    this.tables = tables;
    this.accounts = accounts;
    this.ledger = ledger;
    this.safety = safety;
    this.notices = notices;
    this.trail = trail;
    this.transaction = transaction;
    this.terms = terms;
    this.clock = clock;
  }

  Optional<Freeze> find(UUID person) {
    return tables.find(person);
  }

  boolean isFrozen(UUID person) {
    return tables.isFrozen(person);
  }

  /** Freezes the caller's own wallet. */
  void freeze(Caller person, By by) {
    freeze(
        person.party(),
        by,
        Optional.empty(),
        () -> trail.record(person, "wallet.freeze", text(person.party()), "done", by.text()));
  }

  /** Freezes the wallet of whoever the link was sent to; nobody is signed in. */
  void freezeByLink(UUID person, String address) {
    freeze(
        person,
        By.LINK,
        Optional.empty(),
        () -> trail.record("link", null, address, "wallet.freeze", text(person), "done", "link"));
  }

  /** Freezes somebody's wallet as an operator, who alone ends it then. */
  void freeze(UUID person, Caller operator, String reason) {
    freeze(
        person,
        By.OPERATOR,
        Optional.of(reason),
        () -> trail.record(operator, "wallet.freeze", text(person), "done", reason));
  }

  /** When this returns nothing leaves any more. Doing it again keeps it so. */
  private void freeze(UUID person, By by, Optional<String> reason, Runnable audit) {
    transaction.executeWithoutResult(
        status -> {
          tables.lock(person);
          boolean news = tables.find(person).filter(now -> now.thawAt().isEmpty()).isEmpty();
          if (by == By.OPERATOR) {
            // From now on theirs to end, whoever froze it first.
            tables.delete(person);
          }
          tables.freeze(person, by, reason, clock.instant());
          audit.run();
          if (news) {
            notices.tell(person, "wallet_frozen", Optional.empty(), Optional.empty());
          }
        });
    apply(person);
  }

  /**
   * Ends a freeze for whoever has shown that they are the person: at once, or after a while where
   * somebody else may have come in. Answers when it takes effect; empty when nothing is frozen.
   */
  Optional<Instant> thaw(Caller person) {
    Optional<Instant> at =
        transaction.execute(
            status -> {
              tables.lock(person.party());
              Optional<Freeze> freeze = tables.find(person.party());
              if (freeze.isEmpty() || freeze.get().by() == By.OPERATOR) {
                return Optional.<Instant>empty();
              }
              if (freeze.get().thawAt().isPresent()) {
                return freeze.get().thawAt();
              }
              Instant now = clock.instant();
              boolean wait =
                  safety.onNewDevice(person.session()) || !safety.signals(person.party()).isEmpty();
              Instant then = wait ? now.plus(terms.cooling()) : now;
              tables.thawAt(person.party(), then);
              trail.record(
                  person, "wallet.unfreeze", text(person.party()), wait ? "cooling" : "done", null);
              notices.tell(
                  person.party(),
                  wait ? "wallet_thawing" : "wallet_thawed",
                  Optional.empty(),
                  wait ? Optional.of(then) : Optional.empty());
              return Optional.of(then);
            });
    apply(person.party());
    return at;
  }

  /** Ends a freeze as an operator; false when nothing is frozen. */
  boolean thaw(UUID person, Caller operator, String reason) {
    Boolean done =
        transaction.execute(
            status -> {
              tables.lock(person);
              if (!tables.isFrozen(person)) {
                return false;
              }
              tables.thawAt(person, clock.instant());
              trail.record(operator, "wallet.unfreeze", text(person), "done", reason);
              notices.tell(person, "wallet_thawed", Optional.empty(), Optional.empty());
              return true;
            });
    apply(person);
    return Boolean.TRUE.equals(done);
  }

  /** Does something that must not meet a freeze half-way; empty when the wallet is frozen. */
  <T> Optional<T> unlessFrozen(UUID person, Supplier<T> act) {
    return transaction.execute(
        status -> {
          tables.lock(person);
          return tables.isFrozen(person) ? Optional.empty() : Optional.of(act.get());
        });
  }

  /** Has the ledger do what the row says. Doing it again does nothing. */
  private void apply(UUID person) {
    transaction.executeWithoutResult(
        status -> {
          tables.lock(person);
          Optional<Freeze> freeze = tables.find(person);
          if (freeze.isEmpty()) {
            return;
          }
          AccountId account = accounts.of(person);
          if (freeze.get().thawAt().filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            done(ledger.unfreeze(account, Side.DEBIT));
            tables.delete(person);
          } else if (!freeze.get().applied()) {
            done(ledger.freeze(account, Side.DEBIT));
            tables.applied(person);
          }
        });
  }

  private static void done(AccountChange change) {
    if (!(change instanceof AccountChange.Changed)) {
      throw new IllegalStateException("The ledger did not do it: " + change);
    }
  }

  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void sweep() {
    Instant now = clock.instant();
    for (UUID person : tables.due(now, now.minus(LEFT_BEHIND))) {
      try {
        apply(person);
      } catch (RuntimeException failed) {
        log.warn("The freeze of {} could not be brought to the ledger now", text(person), failed);
      }
    }
  }

  private static String text(UUID person) {
    return new PersonId(person).text();
  }
}
