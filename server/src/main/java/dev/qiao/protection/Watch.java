package dev.qiao.protection;

import dev.qiao.api.Caller;
import dev.qiao.identity.Deed;
import dev.qiao.identity.Safety;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Companion;
import dev.qiao.payment.Reviews;
import dev.qiao.protection.Judgement.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has movements wait in which a takeover shows: a device that the person has not had for long, a
 * change of what opens the wallet, and an amount or payee out of their habit.
 */
@Component
class Watch implements Reviews {
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

  private final HeldTables tables;
  private final Safety safety;
  private final Habits habits;
  private final SecurityNotices notices;
  private final TransactionOperations transaction;
  private final ProtectionTerms terms;
  private final Ids ids;
  private final InstantSource clock;

  Watch(
      HeldTables tables,
      Safety safety,
      Habits habits,
      SecurityNotices notices,
      TransactionOperations transaction,
      ProtectionTerms terms,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.safety = safety;
    this.habits = habits;
    this.notices = notices;
    this.transaction = transaction;
    this.terms = terms;
    this.ids = ids;
    this.clock = clock;
  }

  /** Looks at the rarest first: hardly anybody is on a new device. */
  @Override
  public Optional<Review> due(Caller payer, Deed deed) {
    long amount = deed.amount().minor();
    if (amount < terms.takeoverFrom() || !safety.onNewDevice(payer)) {
      return Optional.empty();
    }
    var signals = safety.signals(payer.party());
    if (signals.isEmpty()) {
      return Optional.empty();
    }
    var past = habits.of(payer.party(), deed);
    Judgement judgement =
        Judgement.of(
            new Facts(false, amount, past.largest(), past.paidBefore(), true, signals), terms);
    return judgement.decision() == Decision.REVIEW
        ? Optional.of(review(payer, deed, judgement))
        : Optional.empty();
  }

  private Review review(Caller payer, Deed deed, Judgement judgement) {
    Instant now = clock.instant();
    return new Review(
        ids.next(),
        payer.party(),
        payer.session(),
        deed,
        judgement.reasons().stream().map(Reason::text).toList(),
        now,
        now.plus(terms.answerWithin()));
  }

  @Override
  public Companion companion(Review review) {
    return tables.companion(review);
  }

  @Override
  public void store(Review review) {
    tables.insert(review);
  }

  @Override
  public void tell(Review review) {
    tell(review.id(), review.person(), review.deed(), review.deadline());
  }

  private void tell(UUID id, UUID person, Deed deed, Instant deadline) {
    transaction.executeWithoutResult(
        status -> {
          if (tables.tell(id, clock.instant())) {
            notices.tell(
                person, "movement_held", Optional.of(deed.amount()), Optional.of(deadline));
          }
        });
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void tellTheUntold() {
    tables
        .untold(clock.instant().minus(LEFT_BEHIND))
        .forEach(held -> tell(held.id().value(), held.person(), held.deed(), held.deadline()));
  }
}
