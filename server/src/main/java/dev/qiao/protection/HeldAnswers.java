package dev.qiao.protection;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Safety;
import dev.qiao.identity.Sessions;
import dev.qiao.ledger.Companion;
import dev.qiao.payment.Authorities;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Holdable;
import dev.qiao.payment.Names;
import dev.qiao.protection.FreezeTables.By;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The answers to "was it you?", and what becomes of movements that nobody answers for. */
@Component
class HeldAnswers {
  private static final Logger log = LoggerFactory.getLogger(HeldAnswers.class);
  private static final int SHOWN = 20;

  private final HeldTables tables;
  private final List<Holdable> kinds;
  private final Freezes freezes;
  private final FreezeTables frozen;
  private final Safety safety;
  private final Authorities authorities;
  private final Sessions sessions;
  private final AuditTrail trail;
  private final ProtectionTerms terms;
  private final InstantSource clock;

  HeldAnswers(
      HeldTables tables,
      List<Holdable> kinds,
      Freezes freezes,
      FreezeTables frozen,
      Safety safety,
      Authorities authorities,
      Sessions sessions,
      AuditTrail trail,
      ProtectionTerms terms,
      InstantSource clock) {
    this.tables = tables;
    this.kinds = kinds;
    this.freezes = freezes;
    this.frozen = frozen;
    this.safety = safety;
    this.authorities = authorities;
    this.sessions = sessions;
    this.trail = trail;
    this.terms = terms;
    this.clock = clock;
  }

  List<Held> of(UUID person) {
    return tables.of(new PersonId(person), SHOWN);
  }

  /** One of the person's own. */
  Optional<Held> find(UUID person, HeldId id) {
    return tables.find(id).filter(held -> held.person().equals(person));
  }

  Names payee(Held held) {
    return kind(held).payee(held.thing());
  }

  /** From when the caller's device may say that it was them; empty when it may now. */
  Optional<Instant> answerableFrom(Caller caller, Held held) {
    Instant from = held.at().plus(terms.cooling());
    return clock.instant().isBefore(from) && safety.onNewDevice(caller)
        ? Optional.of(from)
        : Optional.empty();
  }

  /** Why this cannot be answered with "it was me" here and now, if so. */
  Optional<Problem> obstacle(Caller caller, Held held) {
    if (held.state() != Held.State.OPEN || !clock.instant().isBefore(held.deadline())) {
      return Optional.of(answered(held));
    }
    return answerableFrom(caller, held)
        .map(from -> Problem.of(ErrorCode.HELD_DEVICE_TOO_NEW).with("until", from.toString()));
  }

  /** It was the person: the movement goes on. Why not, if it cannot. */
  Optional<Problem> itWasMe(Caller caller, Held held, Authority authority) {
    Optional<Problem> problem =
        obstacle(caller, held)
            .or(() -> frozen(held))
            .or(() -> authorities.lacking(caller.party(), authority, held.deed()))
            .or(
                () ->
                    kind(held)
                        .release(held.thing(), released(held))
                        // What was frozen meanwhile waits on, and was not answered.
                        .map(why -> frozen(held).orElse(why)));
    trail.record(
        caller,
        "held.confirm",
        held.id().text(),
        problem.isEmpty() ? "done" : "refused",
        problem.map(Problem::code).orElse(Authorities.text(authority)));
    return problem;
  }

  /** It was somebody else: nothing leaves any more, and all other sessions end. */
  Optional<Problem> itWasNotMe(Caller caller, Held held) {
    if (held.state() != Held.State.OPEN) {
      return Optional.of(answered(held));
    }
    freezes.freeze(caller, By.NOT_ME);
    sessions.revokeOthers(caller);
    trail.record(caller, "held.refuse", held.id().text(), "done", null);
    tables.of(new PersonId(caller.party()), SHOWN).stream()
        .filter(other -> other.state() == Held.State.OPEN)
        .forEach(other -> kind(other).refuse(other.thing(), end(other, Held.State.REFUSED)));
    return Optional.empty();
  }

  private static Problem answered(Held held) {
    return Problem.of(ErrorCode.HELD_ANSWERED).with("state", held.state().text());
  }

  private Holdable kind(Held held) {
    return kinds.stream()
        .filter(kind -> kind.holds(held.thing()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody knows " + held.thing()));
  }

  private Optional<Problem> frozen(Held held) {
    return frozen.isFrozen(held.person())
        ? Optional.of(Problem.of(ErrorCode.ACCOUNT_FROZEN))
        : Optional.empty();
  }

  private Holdable.Ending released(Held held) {
    Instant now = clock.instant();
    return new Holdable.Ending() {
      /** After a freeze the ledger refuses whatever this travels with. */
      @Override
      public Companion companion() {
        return tables.releasing(held.id(), now);
      }

      /** No ledger looks at this one: it comes before a freeze, or after it. */
      @Override
      public boolean take() {
        frozen.lock(held.person());
        return tables.release(held.id(), now);
      }
    };
  }

  private Holdable.Ending end(Held held, Held.State state) {
    Instant now = clock.instant();
    return new Holdable.Ending() {
      @Override
      public Companion companion() {
        return tables.ending(held.id(), state, now);
      }

      @Override
      public boolean take() {
        return tables.end(held.id(), state, now);
      }
    };
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void refuseTheUnanswered() {
    for (Held held : tables.overdue(clock.instant())) {
      try {
        kind(held).refuse(held.thing(), end(held, Held.State.EXPIRED));
        trail.record(null, "held.expire", held.id().text(), "done", null);
      } catch (RuntimeException failed) {
        log.warn("{} could not be ended now; it comes up again", held.id().text(), failed);
      }
    }
  }
}
