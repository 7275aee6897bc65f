package dev.qiao.bank;

import dev.qiao.bank.Connector.Inquiry;
import dev.qiao.bank.Connector.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Submits orders after they are committed, and asks about those that banks do not answer. Any
 * number of instances may run it: each takes transfers by a lease, and a bank does an order once
 * however often it gets it.
 */
@Component
class TransferWork {
  private static final Logger log = LoggerFactory.getLogger(TransferWork.class);
  private static final int AT_ONCE = 20;
  private static final Duration ASK_AT_LEAST_EVERY = Duration.ofMinutes(5);
  private static final Duration LOOKED_AT = Duration.ofSeconds(2);

  private final TransferTables transfers;
  private final LinkedAccountTables accounts;
  private final BankAnswers answers;
  private final Map<String, Connector> connectors;
  private final BankTerms terms;
  private final ApplicationEventPublisher publisher;
  private final InstantSource clock;
  private final ReentrantLock running = new ReentrantLock();

  TransferWork(
      TransferTables transfers,
      LinkedAccountTables accounts,
      BankAnswers answers,
      List<Connector> connectors,
      BankTerms terms,
      ApplicationEventPublisher publisher,
      InstantSource clock) {
    this.transfers = transfers;
    this.accounts = accounts;
    this.answers = answers;
    this.connectors =
        connectors.stream().collect(Collectors.toMap(Connector::name, Function.identity()));
    this.terms = terms;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * At a fixed rate, so that a slow bank holds up nobody else's schedule; a run that is still going
   * on is left alone.
   */
  @Scheduled(
      fixedRateString = "${qiao.bank.work-every:PT0.5S}",
      initialDelayString = "${qiao.bank.work-every:PT0.5S}")
  void onSchedule() {
    if (running.tryLock()) {
      try {
        doDue();
      } finally {
        running.unlock();
      }
    }
  }

  /**
   * Does all that is due now. What a run of this instance has taken already is done as well when
   * this returns.
   */
  void run() {
    running.lock();
    try {
      doDue();
    } finally {
      running.unlock();
    }
  }

  private void doDue() {
    connectors.values().forEach(this::poll);
    List<BankTransfer> due;
    do {
      due = claim();
      due.forEach(this::act);
    } while (due.size() == AT_ONCE);
  }

  /** Takes what is due. What is taken and not acted on comes up again when the lease ends. */
  List<BankTransfer> claim() {
    Instant now = clock.instant();
    return transfers.claimDue(now, now.plus(terms.lease()), AT_ONCE);
  }

  /** Asks about one transfer because somebody looks at it, unless that was done a moment ago. */
  void look(UUID id) {
    Instant now = clock.instant();
    transfers.claim(id, now, now.plus(terms.lease()), now.minus(LOOKED_AT)).ifPresent(this::act);
  }

  void act(BankTransfer transfer) {
    try {
      Optional<LinkedAccount> account = accounts.find(transfer.order().account());
      Connector connector = connectors.get(account.orElseThrow().connector());
      if (connector == null) {
        log.error("No connector for transfer {}", transfer.order().id());
        unknown(transfer);
      } else if (transfer.state() == BankTransfer.State.CREATED) {
        submit(transfer, account.get(), connector);
      } else {
        inquire(transfer, account.get(), connector);
      }
    } catch (RuntimeException failed) {
      log.error(
          "Transfer {} could not be worked on; it comes up again", transfer.order().id(), failed);
    }
  }

  private void submit(BankTransfer transfer, LinkedAccount account, Connector connector) {
    UUID id = transfer.order().id();
    Submission said;
    try {
      said = connector.submit(transfer.order(), account);
    } catch (RuntimeException broken) {
      log.warn(
          "The connection to bank {} broke in the submission of {}", connector.name(), id, broken);
      said = new Submission.Broken();
    }
    switch (said) {
      case Submission.Accepted(String reference) -> accepted(transfer, reference);
      case Submission.Refused(String reason) ->
          answered(transfer, connector, "submission", new Outcome.Declined(reason));
      case Submission.Broken() -> unknown(transfer);
    }
  }

  /** From now on the bank has its time to answer; one that has had it is asked again. */
  private void accepted(BankTransfer transfer, String reference) {
    Instant now = clock.instant();
    Instant next =
        transfer.state() == BankTransfer.State.CREATED
            ? now.plus(terms.answerWithin())
            : now.plus(terms.askEvery());
    transfers.submitted(transfer.order().id(), reference, next);
  }

  private void inquire(BankTransfer transfer, LinkedAccount account, Connector connector) {
    Inquiry said;
    try {
      said = connector.inquire(transfer.order());
    } catch (RuntimeException broken) {
      log.warn("The connection to bank {} broke in an inquiry", connector.name(), broken);
      said = new Inquiry.Broken();
    }
    switch (said) {
      case Inquiry.Known(var amount, Outcome outcome) ->
          answers.receive(
              new Answer(
                  connector.name(),
                  event(transfer, "inquiry", outcome),
                  transfer.order().id(),
                  amount,
                  outcome));
      case Inquiry.NotReceived() -> {
        unknown(transfer);
        submit(transfer, account, connector);
      }
      case Inquiry.Pending(), Inquiry.Broken() -> unknown(transfer);
    }
  }

  private void answered(
      BankTransfer transfer, Connector connector, String source, Outcome outcome) {
    answers.receive(
        new Answer(
            connector.name(),
            event(transfer, source, outcome),
            transfer.order().id(),
            transfer.order().amount(),
            outcome));
  }

  private static String event(BankTransfer transfer, String source, Outcome outcome) {
    return transfer.order().id() + ":" + source + ":" + outcome.state();
  }

  private void unknown(BankTransfer transfer) {
    if (transfers.unknown(transfer.order().id(), nextQuestion(transfer))) {
      publisher.publishEvent(new BankTransferChanged(transfer.order().id()));
    }
  }

  /** Rarer the longer it is open; null when its time is up: then only when somebody looks. */
  private @Nullable Instant nextQuestion(BankTransfer transfer) {
    Instant now = clock.instant();
    if (!now.isBefore(transfer.resolveBy())) {
      return null;
    }
    Duration overdue = Duration.between(transfer.answerDueAt(), now).dividedBy(4);
    Duration wait = overdue.compareTo(terms.askEvery()) < 0 ? terms.askEvery() : overdue;
    wait = wait.compareTo(ASK_AT_LEAST_EVERY) > 0 ? ASK_AT_LEAST_EVERY : wait;
    Instant next = now.plus(wait);
    return next.isAfter(transfer.resolveBy()) ? transfer.resolveBy() : next;
  }

  private void poll(Connector connector) {
    try {
      connector.poll(answers);
    } catch (RuntimeException failed) {
      log.warn("The answers of bank {} could not be fetched", connector.name(), failed);
    }
  }
}
