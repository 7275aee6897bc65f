package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Answer;
import dev.qiao.model.HoldRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.model.OrderRow;
import dev.qiao.model.PostingRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what the database has committed, and what callers were told, with the model. Whatever
 * differs ends the run.
 */
final class Judge {
  private final Model model;
  private final Database database;
  private final Tally tally;
  private final OrderJudge orders;
  private final Map<PostingId, List<Asked>> asked = new HashMap<>();
  private final Map<PostingId, Landing> landings = new HashMap<>();
  private final Set<PostingId> toldFirst = new HashSet<>();

  /** Which commit stored a command, and whether its client was gone by then. */
  private record Landing(long commit, boolean wasLeft) {}

  Judge(Model model, Database database, Tally tally, OrderJudge orders) {
    this.model = model;
    this.database = database;
    this.tally = tally;
    this.orders = orders;
    database.tell(this::committed);
  }

  void asked(Asked one) {
    List<Asked> all = asked.computeIfAbsent(one.id(), _ -> new ArrayList<>());
    if (!all.contains(one)) {
      all.add(one);
    }
  }

  private void committed(OpenTransaction transaction, long number) {
    transaction.tellCommitted(number);
    for (Object written : transaction.written().values()) {
      if (written instanceof StoredOrder stored) {
        orders.committed(transaction, stored, number);
      }
    }
    if (!transaction.rows().isEmpty()) {
      answered(transaction, number);
    }
    if (!database.loom.isFailed()) {
      transaction.written().keySet().forEach(this::compare);
    }
  }

  private void answered(OpenTransaction transaction, long number) {
    Model.Batch batch =
        model.begin(
            transaction.provenAt(),
            transaction.seenAt(),
            database.periods.takenFrom(),
            transaction.clock);
    for (Row row : transaction.rows()) {
      PostingId id = row.header().id();
      Optional<Asked> cause = askedFor(row);
      if (cause.isEmpty()) {
        fail("%s was stored, but nobody has asked for it", id);
        return;
      }
      if (model.outcome(id.value()).isPresent()) {
        fail("%s was applied twice", id);
        return;
      }
      Answer expected = batch.answer(cause.get().request());
      if (!describe(expected).equals(describe(row))) {
        fail(
            "%s%n  was stored as   %s%n  and should be   %s",
            cause.get().command(), describe(row), describe(expected));
        return;
      }
      if (expected.isDone() && cause.get().isWrong()) {
        fail("%s was stored, although its companion was rejected", id);
      }
    }
    Landing landing = new Landing(number, transaction.isLeft());
    transaction.rows().forEach(row -> landings.put(row.header().id(), landing));
    batch.commit(number).forEach(this::fail);
  }

  private Optional<Asked> askedFor(Row row) {
    return asked.getOrDefault(row.header().id(), List.of()).stream()
        .filter(one -> Arrays.equals(Digest.of(one.command()), row.digest()))
        .findFirst();
  }

  /** All that is kept, once nobody does anything any more. */
  void compareAll() {
    database.keys().forEach(this::compare);
    model
        .sums()
        .forEach(
            (unit, sum) -> {
              if (sum != 0) {
                fail("The balances in %s add up to %d", unit, sum);
              }
            });
    new Books(database).differences().forEach(this::fail);
  }

  private void compare(Key key) {
    Object stored = database.latest(key);
    Object expected = model.now(key);
    if (!describe(stored).equals(describe(expected))) {
      fail("%s%n  is         %s%n  should be  %s", key, describe(stored), describe(expected));
    }
  }

  /** A caller has its answer to what it has sent. */
  void told(Sent sent, PostResult result) {
    Asked asked = sent.asked();
    tally.count(result);
    switch (result) {
      case PostResult.Posted posted -> firstly(asked, posted);
      case PostResult.Refused refused when isDurable(asked, refused) -> firstly(asked, refused);
      case PostResult.Refused refused -> notYet(sent, refused);
      case PostResult.Replayed(PostResult first) -> sameAsStored(asked, first);
      case PostResult.IdReused _ -> {
        Optional<PostingRow> stored = outcome(asked);
        if (stored.isEmpty() || stored.get().content().equals(asked.request().content())) {
          fail("%s was told that its id is another's", asked.command());
        }
      }
    }
  }

  /** Somebody was told what a posting would give, as of a commit. */
  void previewed(Asked asked, PostResult told, long asOf, long idsSince, long clock) {
    Object before = model.at(new Key.Posting(asked.id().value()), asOf);
    String expected;
    String code;
    if (before instanceof PostingRow stored) {
      boolean isSame = stored.content().equals(asked.request().content());
      expected = isSame ? "replayed: " + told(stored.answer()) : "id_reused";
      code = isSame ? "replayed" : "id_reused";
    } else {
      Answer answer = model.begin(asOf, Map.of(), idsSince, clock).answer(asked.request().alone());
      expected = told(answer);
      code = answer.isDone() ? "posted" : answer.refusal();
    }
    String heard =
        switch (told) {
          case PostResult.Replayed(PostResult first) -> "replayed: " + describe(first);
          case PostResult.IdReused _ -> "id_reused";
          case PostResult.Posted _, PostResult.Refused _ -> describe(told);
        };
    tally.count("preview." + code);
    if (!heard.equals(expected)) {
      fail("%s%n  would be       %s%n  and should be  %s", asked.command(), heard, expected);
    }
  }

  private static boolean isDurable(Asked asked, PostResult.Refused refused) {
    return refused.reason().durable() && !(asked.command() instanceof Expiry);
  }

  private void firstly(Asked asked, PostResult first) {
    sameAsStored(asked, first);
    if (!toldFirst.add(asked.id())) {
      fail("%s was told twice to be done for the first time", asked.command());
    }
  }

  private void sameAsStored(Asked asked, PostResult told) {
    Optional<PostingRow> stored = outcome(asked);
    String expected =
        stored
            .filter(row -> row.content().equals(asked.request().content()))
            .map(row -> told(row.answer()))
            .orElse("nothing");
    if (!describe(told).equals(expected)) {
      fail(
          "%s%n  was told       %s%n  what is kept   %s",
          asked.command(), describe(told), expected);
    }
  }

  /**
   * A refusal that is no answer for ever. Somebody who asks for the same at the same time may have
   * got another.
   */
  private void notYet(Sent sent, PostResult.Refused refused) {
    Asked asked = sent.asked();
    long clock = sent.server().earliestClockSince(sent.looks());
    long madeAt = Micros.ofId(asked.id().value());
    boolean isRight =
        switch (refused.reason()) {
          case ID_NOT_TIME_ORDERED -> asked.id().value().version() != 7;
          case ID_TOO_FAR_AHEAD -> madeAt > clock + 24 * 3600 * Micros.PER_SECOND;
          case ID_TOO_OLD -> madeAt < database.periods.takenFrom();
          case HOLD_FINISHED -> isOver(((Expiry) asked.command()).hold(), sent.commits(), clock);
          default -> false;
        };
    Landing landing = landings.get(asked.id());
    boolean isKnown =
        landing != null
            && (landing.commit() <= sent.commits()
                || asked.command() instanceof Expiry && !landing.wasLeft());
    if (!isRight || isKnown) {
      fail("%s was told %s; %s", asked.command(), refused.reason().code(), outcome(asked));
    }
  }

  private boolean isOver(HoldId id, long commits, long clock) {
    Key key = new Key.Hold(id.value());
    HoldRow hold = (HoldRow) model.now(key);
    boolean isNew = model.at(key, commits) == null; // It may have come too late to be seen.
    return isNew || hold.ended() != null || hold.expiresAt() > clock;
  }

  /** A caller was told that the database has rejected its companions. */
  void toldRejected(Asked asked) {
    tally.count("companion_rejected");
    boolean isTaken =
        asked.request().inserts().stream()
            .anyMatch(name -> model.now(new Key.Business(name)) != null);
    if (!asked.isWrong() && !isTaken) {
      fail("%s was told that its companion is rejected", asked.command());
    }
  }

  private Optional<PostingRow> outcome(Asked asked) {
    return model.outcome(asked.id().value());
  }

  static String describe(PostResult result) {
    return switch (result) {
      case PostResult.Posted posted ->
          "posted at " + Micros.of(posted.at()) + " " + balances(posted.after());
      case PostResult.Refused refused -> "refused: " + refused.reason().code();
      case PostResult.Replayed _, PostResult.IdReused _ -> result.toString();
    };
  }

  static String describe(Row row) {
    return switch (row.decision()) {
      case Decision.Accepted accepted ->
          "posted at " + accepted.at() + " " + balances(accepted.after());
      case Decision.Declined declined ->
          "refused at " + declined.at() + ": " + declined.reason().code();
    };
  }

  private static String balances(List<Balance> after) {
    return after.stream()
        .map(
            balance ->
                new Answer.After(
                    balance.account().number(),
                    balance.posted(),
                    balance.held(),
                    balance.sequence()))
        .toList()
        .toString();
  }

  /** Who is refused is not told when. */
  static String told(Answer answer) {
    return answer.isDone() ? describe(answer) : "refused: " + answer.refusal();
  }

  static String describe(Answer answer) {
    return answer.isDone()
        ? "posted at " + answer.at() + " " + answer.after()
        : "refused at " + answer.at() + ": " + answer.refusal();
  }

  static String describe(Object kept) {
    return switch (kept) {
      case null -> "nothing";
      case StoredAccount account -> describe(account.modelled());
      case AccountRow account ->
          account(
              account.floor(),
              account.ceiling(),
              account.posted(),
              account.held(),
              account.sequence(),
              account.touchedAt(),
              account.frozenForDebit(),
              account.frozenForCredit(),
              account.closed());
      case HoldState hold ->
          hold(
              hold.amount(),
              hold.captured(),
              hold.released(),
              hold.ended().map(end -> end.name().toLowerCase(java.util.Locale.ROOT)).orElse(null));
      case HoldRow hold -> hold(hold.amount(), hold.captured(), hold.released(), hold.ended());
      case AllowanceState allowance ->
          allowance(
              allowance.cap(), allowance.at(allowance.touchedAt()).used(), allowance.touchedAt());
      case AllowanceRow allowance ->
          allowance(allowance.cap(), allowance.used(allowance.touchedAt()), allowance.touchedAt());
      case StoredOrder order -> OrderJudge.describe(order.first(), order.at());
      case OrderRow order -> OrderJudge.describe(order);
      case Row row -> describe(row) + used(row);
      case PostingRow posting -> describe(posting.answer()) + used(posting);
      default -> kept.toString();
    };
  }

  private static String account(
      Long floor,
      Long ceiling,
      long posted,
      long held,
      long sequence,
      long touchedAt,
      boolean frozenForDebit,
      boolean frozenForCredit,
      boolean closed) {
    return "floor %s, ceiling %s, posted %d, held %d, sequence %d, touched at %d%s%s%s"
        .formatted(
            floor,
            ceiling,
            posted,
            held,
            sequence,
            touchedAt,
            frozenForDebit ? ", frozen for debit" : "",
            frozenForCredit ? ", frozen for credit" : "",
            closed ? ", closed" : "");
  }

  private static String hold(long amount, long captured, long released, String ended) {
    return "amount %d, captured %d, released %d, %s".formatted(amount, captured, released, ended);
  }

  private static String allowance(long cap, long used, long touchedAt) {
    return "cap %d, used %d, touched at %d".formatted(cap, used, touchedAt);
  }

  private static String used(Row row) {
    return row.decision() instanceof Decision.Accepted accepted
        ? accepted.used().stream()
            .map(used -> used.allowance() + ":" + used.windowStart() + ":" + used.amount())
            .sorted()
            .toList()
            .toString()
        : "[]";
  }

  private static String used(PostingRow posting) {
    return posting.took().stream()
        .map(took -> took.allowance() + ":" + took.window() + ":" + took.amount())
        .sorted(Comparator.naturalOrder())
        .toList()
        .toString();
  }

  private void fail(String what, Object... parts) {
    database.loom.fail(new Violation(parts.length == 0 ? what : what.formatted(parts)));
  }
}
