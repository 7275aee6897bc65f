package dev.qiao.protection;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Deed;
import dev.qiao.identity.Prudence;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.PastMovements.Past;
import dev.qiao.protection.Judgement.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a person hears before they confirm: that it is frozen, out of habit, or risky. */
@Component
class Caution implements Prudence {
  /** The thing of the deed by which a person ends the freeze of their wallet. */
  static final String THAW = "thaw";

  private static final Duration YOUNG = Duration.ofDays(30);

  private final FreezeTables freezes;
  private final Habits habits;
  private final ProtectionTerms terms;
  private final InstantSource clock;

  Caution(FreezeTables freezes, Habits habits, ProtectionTerms terms, InstantSource clock) {
    this.freezes = freezes;
    this.habits = habits;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public Advice advice(UUID person, Deed deed) {
    if (deed.thing().equals(THAW)) {
      return new Advice(Optional.empty(), true, List.of(), Optional.empty());
    }
    boolean second = TypeId.parse(HeldId.PREFIX, deed.thing()).isPresent();
    Judgement judgement = judge(person, deed);
    if (judgement.decision() == Decision.BLOCK) {
      return new Advice(
          Optional.of(Problem.of(ErrorCode.ACCOUNT_FROZEN)), second, List.of(), Optional.empty());
    }
    if (second) {
      return new Advice(Optional.empty(), true, List.of(), Optional.empty());
    }
    if (judgement.decision() == Decision.ALLOW) {
      return Advice.NONE;
    }
    Optional<Instant> since = since(deed.payee());
    boolean warn = judgement.reasons().contains(Reason.NEW_PAYEE) && isRisky(deed.payee(), since);
    return new Advice(
        Optional.empty(),
        true,
        warn ? judgement.reasons().stream().map(Reason::text).toList() : List.of(),
        warn ? since : Optional.empty());
  }

  /** Looks the past up only where it matters. */
  private Judgement judge(UUID person, Deed deed) {
    boolean frozen = freezes.isFrozen(person);
    long amount = deed.amount().minor();
    Past past = frozen || amount < terms.habitFrom() ? Past.NONE : habits.of(person, deed);
    return Judgement.of(
        new Facts(frozen, amount, past.largest(), past.paidBefore(), false, Set.of()), terms);
  }

  /**
   * Only people and young shops: a warning that comes with every new shop is one that nobody reads,
   * and one's own bank account is no stranger.
   */
  private boolean isRisky(String payee, Optional<Instant> since) {
    boolean young = since.filter(clock.instant().minus(YOUNG)::isBefore).isPresent();
    return payee.startsWith("per_") || payee.startsWith("sto_") && young;
  }

  /** Ids carry the time at which they were made. */
  private static Optional<Instant> since(String payee) {
    return TypeId.parse(payee)
        .filter(id -> Set.of("per", "sto").contains(id.prefix()))
        .filter(id -> Ids.isTimeOrdered(id.value()))
        .map(id -> Ids.instantOf(id.value()));
  }
}
