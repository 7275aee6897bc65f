package dev.qiao.wallet;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Events;
import dev.qiao.api.Problem;
import dev.qiao.decision.Movement;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Refusal;
import dev.qiao.payment.Entrances;
import dev.qiao.payment.Holdable;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.payment.Refusals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Transfers that wait for their payer's second word. Nothing is set aside and nothing of a limit is
 * used while one waits: both happen in the step that moves the money, as for any other transfer.
 */
@Component
class HeldTransfers implements Holdable {
  private final TransferTables tables;
  private final Transfers transfers;
  private final People people;
  private final Entrances entrances;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Events events;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  HeldTransfers(
      TransferTables tables,
      Transfers transfers,
      People people,
      Entrances entrances,
      PersonAccounts accounts,
      Ledger ledger,
      Refusals refusals,
      Events events,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.transfers = transfers;
    this.people = people;
    this.entrances = entrances;
    this.accounts = accounts;
    this.ledger = ledger;
    this.refusals = refusals;
    this.events = events;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean holds(String thing) {
    return TypeId.parse("trf", thing).isPresent();
  }

  @Override
  public Names payee(String thing) {
    UUID payee = transfers.find(TransferId.from(thing)).orElseThrow().payee();
    return new Names(people.find(new PersonId(payee)).map(Person::maskedName).orElse("*"), null);
  }

  @Override
  public Optional<Problem> release(String thing, Ending ending) {
    Optional<Transfer> held =
        transfers.find(TransferId.from(thing)).filter(t -> t.state() == Payment.State.PROCESSING);
    if (held.isEmpty()) {
      return Optional.of(Problem.of(ErrorCode.HELD_ANSWERED));
    }
    Transfer transfer = held.get();
    Optional<Problem> closed = entrances.closed(transfer.amount());
    if (closed.isPresent()) {
      return closed;
    }
    PostingId posting = new PostingId(ids.next());
    Instant now = clock.instant();
    List<Companion> companions = new ArrayList<>();
    companions.add(ending.companion());
    companions.add(tables.released(transfer.id(), posting, now));
    companions.addAll(transfers.told(transfer, now));
    return switch (ledger.post(transfers.move(transfer, posting), companions).first()) {
      case PostResult.Posted _ -> {
        events.wake();
        yield Optional.empty();
      }
      case PostResult.Refused(_, Refusal reason) when reason == Refusal.GUARD_MISSED ->
          Optional.of(Problem.of(ErrorCode.HELD_ANSWERED));
      case PostResult.Refused(_, Refusal reason) ->
          Optional.of(
              refusals.of(
                  reason,
                  accounts.of(transfer.payer()),
                  transfer.payer(),
                  Movement.TRANSFER,
                  transfer.amount()));
      case PostResult.IdReused _, PostResult.Replayed _ ->
          throw new IllegalStateException("A fresh id was used before");
    };
  }

  @Override
  public void refuse(String thing, Ending ending) {
    Transfer transfer = transfers.find(TransferId.from(thing)).orElseThrow();
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          if (ending.take() && tables.fail(transfer.id(), now)) {
            events.tellPerson(
                transfer.payer(),
                "transfer.failed",
                transfer.id(),
                now,
                transfer.amount(),
                "failed");
          }
        });
    events.wake();
  }
}
