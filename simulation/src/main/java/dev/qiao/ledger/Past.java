package dev.qiao.ledger;

import dev.qiao.ledger.Database.Kept;
import dev.qiao.model.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a transaction finds of commands that were stored before. */
record Past(Database database, OpenTransaction transaction) {

  Optional<Row> row(PostingId id) {
    return Optional.ofNullable((Row) transaction.readNow(new Key.Posting(id.value())));
  }

  static Stored stored(Row row) {
    Optional<Refusal> refusal =
        row.decision() instanceof Decision.Declined(_, Refusal reason)
            ? Optional.of(reason)
            : Optional.empty();
    return new Stored(
        row.header().id(), row.digest(), Micros.instant(row.decision().at()), refusal);
  }

  PostResult again(Stored stored) {
    return stored
        .refusal()
        .<PostResult>map(reason -> new PostResult.Refused(stored.id(), reason))
        .orElseGet(
            () ->
                new PostResult.Posted(
                    stored.id(), stored.at(), balances(row(stored.id()).orElseThrow())));
  }

  /** Rebuilt from the steps: each account's last, in the order in which they were first touched. */
  private List<Balance> balances(Row row) {
    Map<Long, Balance> last = new LinkedHashMap<>();
    for (Step step : steps(row)) {
      switch (step) {
        case Step.Moved moved -> {
          balance(
              last, moved.debit(), moved.debitPosted(), moved.debitHeld(), moved.debitSequence());
          balance(
              last,
              moved.credit(),
              moved.creditPosted(),
              moved.creditHeld(),
              moved.creditSequence());
        }
        case Step.HeldBy held ->
            balance(last, held.account(), held.posted(), held.held(), held.sequence());
      }
    }
    return List.copyOf(last.values());
  }

  private void balance(
      Map<Long, Balance> last, long number, long posted, long held, long sequence) {
    StoredAccount account = (StoredAccount) transaction.readNow(new Key.Account(number));
    last.put(number, new Balance(new AccountId(number), account.unit(), posted, held, sequence));
  }

  static List<Step> steps(Row row) {
    return row.decision() instanceof Decision.Accepted accepted ? accepted.steps() : List.of();
  }

  List<Leg> legs(PostingId id) {
    List<Leg> legs = new ArrayList<>();
    for (Step step : row(id).map(Past::steps).orElse(List.of())) {
      if (step instanceof Step.Moved moved) {
        StoredAccount account = (StoredAccount) transaction.readNow(new Key.Account(moved.debit()));
        legs.add(
            new Leg(
                new AccountId(moved.debit()),
                new AccountId(moved.credit()),
                dev.qiao.money.Money.of(moved.amount(), account.unit())));
      }
    }
    return legs;
  }

  List<Used> usedBy(PostingId id) {
    return row(id).map(Past::taken).orElse(List.of());
  }

  private static List<Used> taken(Row row) {
    return row.decision() instanceof Decision.Accepted accepted
        ? accepted.used().stream().filter(used -> used.amount() > 0).toList()
        : List.of();
  }

  List<Used> usedFor(HoldId hold) {
    return visible(database.usesFor(hold)).stream()
        .flatMap(row -> taken(row).stream())
        .filter(used -> hold.equals(used.hold()))
        .toList();
  }

  long reversed(PostingId id) {
    long reversed = 0;
    for (Row row : visible(database.reversalsOf(id))) {
      for (Step step : steps(row)) {
        reversed += step instanceof Step.Moved moved ? moved.amount() : 0;
      }
    }
    return reversed;
  }

  /** The writer never looks for what the same transaction has written. */
  private List<Row> visible(List<Kept> kept) {
    return kept.stream().map(Kept::row).toList();
  }

  static Optional<HoldId> capturedFrom(Row row) {
    return row.header().verb() == Verb.CAPTURE && row.decision() instanceof Decision.Accepted
        ? row.header().hold()
        : Optional.empty();
  }

  static PastPosting posting(
      Row row, List<Leg> legs, long reversed, List<Used> used, long usedFor) {
    return new PastPosting(
        row.header().verb() == Verb.REVERSE,
        row.decision() instanceof Decision.Declined,
        legs,
        reversed,
        row.header().channel(),
        row.header().scene(),
        capturedFrom(row),
        used,
        usedFor);
  }
}
