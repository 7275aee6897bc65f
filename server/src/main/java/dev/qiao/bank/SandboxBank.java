package dev.qiao.bank;

import dev.qiao.bank.SandboxTables.SandboxOrder;
import dev.qiao.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A bank that is none, for demonstrations and tests: each of its accounts behaves in one way that
 * real banks have. Its books are in the database, so that it remembers its orders over a restart,
 * as a bank does.
 */
@Component
class SandboxBank implements Connector {
  static final String NAME = "sandbox";
  static final String DECLINED = "bank_declined";
  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Map<String, SandboxBehaviour> TAILS =
      Map.of(
          "8213", SandboxBehaviour.SUCCEEDS,
          "0402", SandboxBehaviour.DECLINES,
          "0408", SandboxBehaviour.ANSWERS_LATE,
          "0409", SandboxBehaviour.ANSWERS_TWICE,
          "0504", SandboxBehaviour.SILENT);

  private final SandboxTables tables;
  private final SandboxTerms terms;
  private final InstantSource clock;

  SandboxBank(SandboxTables tables, SandboxTerms terms, InstantSource clock) {
    this.tables = tables;
    this.terms = terms;
    this.clock = clock;
  }

  /** The accounts that everybody has at this bank, the well-behaved one first. */
  static List<LinkedAccount> accountsFor(UUID person, Ids ids) {
    return TAILS.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(
            tail ->
                new LinkedAccount(
                    new LinkedAccountId(ids.next()),
                    person,
                    "云岭银行",
                    "Yunling Bank",
                    tail.getKey(),
                    NAME,
                    Optional.of(tail.getValue())))
        .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Submission submit(TransferOrder order, LinkedAccount account) {
    Instant now = clock.instant();
    Instant soon = now.plus(terms.answersAfter());
    Instant late = now.plus(terms.lateAfter());
    Outcome yes = new Outcome.Succeeded();
    switch (account.behaviour().orElse(SandboxBehaviour.SUCCEEDS)) {
      case SUCCEEDS -> tables.insert(taken(order, yes, soon, 1), soon);
      case DECLINES -> tables.insert(taken(order, new Outcome.Declined(DECLINED), soon, 1), soon);
      case ANSWERS_LATE -> tables.insert(taken(order, yes, late, 1), late);
      case ANSWERS_TWICE -> tables.insert(taken(order, yes, soon, 2), soon);
      case SILENT -> tables.insert(taken(order, yes, now.plus(terms.silentFor()), 0), null);
    }
    return new Submission.Accepted(order.id().toString());
  }

  @Override
  public Inquiry inquire(TransferOrder order) {
    Optional<SandboxOrder> taken = tables.find(order.id());
    if (taken.isEmpty()) {
      return new Inquiry.NotReceived();
    }
    return clock.instant().isBefore(taken.get().knownAt())
        ? new Inquiry.Pending()
        : new Inquiry.Known(taken.get().amount(), taken.get().outcome());
  }

  /** Says what is due to be said. Killed in between, it says it again: so do banks. */
  @Override
  public void poll(BankAnswers answers) {
    Instant now = clock.instant();
    for (SandboxOrder order : tables.claimDue(now, now.plus(LEASE), AT_ONCE)) {
      int given = order.answersGiven() + 1;
      answers.receive(
          new Answer(NAME, order.id() + ":" + given, order.id(), order.amount(), order.outcome()));
      tables.answered(order.id(), given, now.plus(terms.againAfter()));
    }
  }

  private static SandboxOrder taken(
      TransferOrder order, Outcome outcome, Instant knownAt, int answers) {
    return new SandboxOrder(order.id(), order.amount(), outcome, knownAt, 0, answers);
  }
}
