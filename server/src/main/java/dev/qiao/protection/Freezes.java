package dev.qiao.protection;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Safety;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountChange;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AccountOrder;
import dev.qiao.ledger.ChangeId;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Side;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.protection.FreezeTables.By;
import dev.qiao.protection.FreezeTables.Freeze;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Freezes wallets: money may come in, none leaves. The ledger refuses the debits, in the order in
 * which it writes postings, so that it holds on every instance from the moment it is answered. Who
 * froze a wallet is written in the same transaction: it says who may end it.
 */
@Component
@EnableConfigurationProperties(ProtectionTerms.class)
public class Freezes {
  private static final Logger log = LoggerFactory.getLogger(Freezes.class);

  /** Whether a wallet is frozen, and who ends it. */
  public enum Standing {
    OPEN,
    /** By its person, or a link that was sent to them: they end it. */
    FROZEN_BY_PERSON,
    /** Two operators end it. */
    FROZEN_BY_OPERATOR
  }

  private final FreezeTables tables;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final DataSource database;
  private final Safety safety;
  private final SecurityNotices notices;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final ProtectionTerms terms;
  private final Ids ids;
  private final InstantSource clock;

  Freezes(
      FreezeTables tables,
      PersonAccounts accounts,
      Ledger ledger,
      DataSource database,
      Safety safety,
      SecurityNotices notices,
      AuditTrail trail,
      TransactionOperations transaction,
      ProtectionTerms terms,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.accounts = accounts;
    this.ledger = ledger;
    this.database = database;
    this.safety = safety;
    this.notices = notices;
    this.trail = trail;
    this.transaction = transaction;
    this.terms = terms;
    this.ids = ids;
    this.clock = clock;
  }

  Optional<Freeze> find(UUID person) {
    return tables.find(person);
  }

  public Standing standing(UUID person) {
    return tables
        .find(person)
        .map(
            freeze ->
                switch (freeze.by()) {
                  case PERSON, LINK, NOT_ME -> Standing.FROZEN_BY_PERSON;
                  case OPERATOR -> Standing.FROZEN_BY_OPERATOR;
                })
        .orElse(Standing.OPEN);
  }

  /** Freezes the caller's own wallet. */
  void freeze(Caller person, By by) {
    freeze(
        person.party(),
        by,
        () -> trail.record(person, "wallet.freeze", text(person.party()), "done", by.text()));
  }

  /** Freezes the wallet of whoever the link was sent to; nobody is signed in. */
  void freezeByLink(UUID person, String address) {
    freeze(
        person,
        By.LINK,
        () -> trail.record("link", null, address, "wallet.freeze", text(person), "done", "link"));
  }

  /** When this returns nothing leaves any more. Doing it again keeps it so. */
  private void freeze(UUID person, By by, Runnable audit) {
    // An account is opened in a transaction of its own.
    AccountId account = accounts.of(person);
    transaction.executeWithoutResult(
        status -> {
          tables.lock(person);
          audit.run();
          freeze(person, by, account, by.text());
        });
  }

  /**
   * Freezes somebody's wallet for operators, who alone end it then, whoever froze it before. In the
   * transaction at hand, as its last act.
   *
   * @param reference for the ledger's record of it
   */
  public void freezeForOperators(UUID person, AccountId account, String reference) {
    tables.lock(person);
    freeze(person, By.OPERATOR, account, reference);
  }

  private void freeze(UUID person, By by, AccountId account, String reference) {
    boolean news = tables.find(person).filter(now -> now.thawAt().isEmpty()).isEmpty();
    tables.freeze(person, by, clock.instant());
    if (news) {
      notices.tell(person, "wallet_frozen", Optional.empty(), Optional.empty());
    }
    change(new AccountOrder.Freeze(new ChangeId(ids.next()), account, Side.DEBIT, reference));
  }

  /**
   * Ends a freeze for whoever has shown that they are the person: at once, or after a while where
   * somebody else may have come in. Does nothing when it is an operator's to end.
   */
  void thaw(Caller person) {
    AccountId account = accounts.of(person.party());
    transaction.executeWithoutResult(
        status -> {
          tables.lock(person.party());
          Optional<Freeze> freeze =
              tables
                  .find(person.party())
                  .filter(one -> one.by() != By.OPERATOR && one.thawAt().isEmpty());
          if (freeze.isEmpty()) {
            return;
          }
          boolean wait = safety.onNewDevice(person) || !safety.signals(person.party()).isEmpty();
          trail.record(
              person, "wallet.unfreeze", text(person.party()), wait ? "cooling" : "done", null);
          if (wait) {
            Instant then = clock.instant().plus(terms.cooling());
            tables.thawAt(person.party(), then);
            notices.tell(person.party(), "wallet_thawing", Optional.empty(), Optional.of(then));
          } else {
            thaw(person.party(), account, "thaw");
          }
        });
  }

  /**
   * Ends a freeze for operators, whoever froze it. In the transaction at hand, as its last act.
   *
   * @param reference for the ledger's record of it
   */
  public void thawForOperators(UUID person, AccountId account, String reference) {
    tables.lock(person);
    thaw(person, account, reference);
  }

  private void thaw(UUID person, AccountId account, String reference) {
    tables.delete(person);
    notices.tell(person, "wallet_thawed", Optional.empty(), Optional.empty());
    change(new AccountOrder.Unfreeze(new ChangeId(ids.next()), account, Side.DEBIT, reference));
  }

  private void change(AccountOrder order) {
    // The transaction's own connection: whoever began it gives it back.
    AccountChange change = ledger.within(DataSourceUtils.getConnection(database)).change(order);
    if (!(change instanceof AccountChange.Changed)) {
      throw new IllegalStateException("The ledger did not do it: " + change);
    }
  }

  /** Ends the freezes whose person has waited long enough. */
  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void sweep() {
    for (UUID person : tables.due(clock.instant())) {
      try {
        end(person);
      } catch (RuntimeException failed) {
        log.warn(
            "The freeze of {} could not be ended now; it comes up again", text(person), failed);
      }
    }
  }

  private void end(UUID person) {
    AccountId account = accounts.of(person);
    transaction.executeWithoutResult(
        status -> {
          tables.lock(person);
          Instant now = clock.instant();
          if (tables
              .find(person)
              .flatMap(Freeze::thawAt)
              .filter(at -> !at.isAfter(now))
              .isPresent()) {
            thaw(person, account, "thaw");
          }
        });
  }

  private static String text(UUID person) {
    return new PersonId(person).text();
  }
}
