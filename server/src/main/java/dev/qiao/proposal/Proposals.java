package dev.qiao.proposal;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.identity.OperatorId;
import dev.qiao.proposal.Proposal.State;
import dev.qiao.proposal.ProposalKinds.Bound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Proposals that exist: looking at them and deciding them. An approved one is carried out with it.
 */
@Component
class Proposals {
  private final ProposalTables tables;
  private final ProposalKinds kinds;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  Proposals(
      ProposalTables tables,
      ProposalKinds kinds,
      AuditTrail trail,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.kinds = kinds;
    this.trail = trail;
    this.transaction = transaction;
    this.clock = clock;
  }

  List<Proposal> list(Caller operator, Optional<State> state, Optional<UUID> before, int limit) {
    Instant now = clock.instant();
    return tables.list(kinds.of(operator), state, before, now, limit).stream()
        .map(proposal -> proposal.at(now))
        .toList();
  }

  /** How many this operator could decide. */
  long waiting(Caller operator) {
    return tables.waiting(kinds.of(operator), id(operator), clock.instant());
  }

  /** Empty also when it is of a kind that the operator may not do. */
  Optional<Proposal> find(Caller operator, ProposalId id) {
    return tables
        .find(id)
        .filter(proposal -> kinds.of(operator).contains(proposal.kind()))
        .map(proposal -> proposal.at(clock.instant()));
  }

  /** Approves it and carries it out, in one transaction. */
  Deciding approve(
      ProposalId id, Caller by, String reason, Once once, Function<Proposal, Object> answer) {
    return decide(id, by, State.APPROVED, Optional.of(reason), once, answer);
  }

  Deciding reject(
      ProposalId id, Caller by, String reason, Once once, Function<Proposal, Object> answer) {
    return decide(id, by, State.REJECTED, Optional.of(reason), once, answer);
  }

  Deciding withdraw(ProposalId id, Caller by, Once once, Function<Proposal, Object> answer) {
    return decide(id, by, State.WITHDRAWN, Optional.empty(), once, answer);
  }

  private Deciding decide(
      ProposalId id,
      Caller by,
      State to,
      Optional<String> reason,
      Once once,
      Function<Proposal, Object> answer) {
    return transaction.execute(
        status -> {
          Optional<Proposal> found = find(by, id);
          Optional<Deciding> refused =
              found
                  .<Optional<Deciding>>map(proposal -> refusal(proposal, by, to))
                  .orElse(Optional.of(new Deciding.Unknown()));
          if (refused.isPresent()) {
            return refused.get();
          }
          Bound<?> bound = kinds.bound(found.get()).orElseThrow();
          Deciding result = decided(found.get(), bound, by, to, reason, once, answer);
          if (!(result instanceof Deciding.Decided)) {
            status.setRollbackOnly();
          }
          return result;
        });
  }

  private Deciding decided(
      Proposal proposal,
      Bound<?> bound,
      Caller by,
      State to,
      Optional<String> reason,
      Once once,
      Function<Proposal, Object> answer) {
    Instant now = clock.instant();
    Proposal decided =
        proposal.with(
            to,
            to == State.WITHDRAWN ? Optional.empty() : Optional.of(id(by)),
            Optional.of(now),
            reason);
    // From here on nobody else decides it: the row is locked until the commit.
    if (!tables.decide(decided, now)) {
      return new Deciding.Finished(tables.find(proposal.id()).orElseThrow().at(now).state());
    }
    trail.record(by, "proposal." + verb(to), proposal.id().text(), "done", proposal.kind());
    if (to != State.APPROVED) {
      once.store(200, answer.apply(decided));
      return new Deciding.Decided(decided);
    }
    if (!bound.changes().equals(proposal.changes())) {
      return new Deciding.Stale();
    }
    trail.record(by, proposal.kind(), proposal.subject(), "done", proposal.id().text());
    once.store(200, answer.apply(decided));
    return bound.carryOut(proposal.id().text())
        ? new Deciding.Decided(decided)
        : new Deciding.Stale();
  }

  private Optional<Deciding> refusal(Proposal proposal, Caller by, State to) {
    boolean own = proposal.proposedBy().equals(id(by));
    boolean aboutThem = proposal.subject().equals(id(by).text());
    if ((own || aboutThem) && to != State.WITHDRAWN) {
      return Optional.of(new Deciding.Own());
    }
    if (!own && to == State.WITHDRAWN) {
      return Optional.of(new Deciding.NotOwn());
    }
    return proposal.state() == State.PROPOSED
        ? Optional.empty()
        : Optional.of(new Deciding.Finished(proposal.state()));
  }

  private static String verb(State to) {
    return switch (to) {
      case APPROVED -> "approve";
      case REJECTED -> "reject";
      case WITHDRAWN -> "withdraw";
      case PROPOSED, EXPIRED -> throw new IllegalArgumentException("Nobody decides this: " + to);
    };
  }

  private static OperatorId id(Caller operator) {
    return new OperatorId(operator.party());
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
  void expire() {
    tables.expire(clock.instant());
  }
}
