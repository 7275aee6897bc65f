package dev.qiao.ledger;

import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.model.OrderRow;
import dev.qiao.model.PostingRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was asked of a ledger, and what callers were told. */
final class Told {
  /**
   * @param clock what the ledger's clock showed before it was asked, in microseconds
   */
  private record Word(Asked asked, PostResult result, long clock) {}

  private record OrderWord(Ordered ordered, AccountChange result, long clock) {}

  private final Map<PostingId, List<Asked>> asked = new ConcurrentHashMap<>();
  private final Map<ChangeId, List<Ordered>> ordered = new ConcurrentHashMap<>();
  private final Queue<Word> words = new ConcurrentLinkedQueue<>();
  private final Queue<OrderWord> orderWords = new ConcurrentLinkedQueue<>();
  private final Queue<Asked> rejected = new ConcurrentLinkedQueue<>();
  private final Tally tally = new Tally();

  void asked(Asked one) {
    asked.computeIfAbsent(one.id(), _ -> new CopyOnWriteArrayList<>()).add(one);
  }

  void ordered(Ordered one) {
    ordered.computeIfAbsent(one.order().id(), _ -> new CopyOnWriteArrayList<>()).add(one);
  }

  void answered(Asked one, PostResult result, long clock) {
    words.add(new Word(one, result, clock));
  }

  void answered(Ordered one, AccountChange result, long clock) {
    orderWords.add(new OrderWord(one, result, clock));
  }

  void rejected(Asked one) {
    rejected.add(one);
  }

  /** Everything that was asked; what the ledger does by itself is not. */
  Collection<List<Asked>> everything() {
    return asked.values();
  }

  /** How often callers were told what. */
  Tally tally() {
    return tally;
  }

  /** What a stored command comes from. Throws when nobody has asked for it. */
  Asked asked(Row row) {
    PostingId id = row.header().id();
    if (row.header().verb() == Verb.EXPIRE) {
      return Asked.of(new Expiry(id, row.header().hold().orElseThrow()));
    }
    return asked.getOrDefault(id, List.of()).stream()
        .filter(one -> Arrays.equals(Digest.of(one.command()), row.digest()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody has asked for " + row));
  }

  Ordered ordered(StoredOrder stored) {
    return ordered.getOrDefault(stored.order().id(), List.of()).stream()
        .filter(one -> Arrays.equals(Digest.of(one.order()), stored.digest()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody has ordered " + stored));
  }

  /** What callers were told and should not have been. */
  List<String> complaints(Model model, long idsSince) {
    List<String> complaints = new ArrayList<>();
    Set<Object> first = new HashSet<>();
    for (Word word : words) {
      tally.count(word.result());
      String expected = expected(model, word, idsSince);
      if (!heard(word.result()).equals(expected)) {
        complaints.add(
            "%s%n  was told       %s%n  and should be  %s"
                .formatted(word.asked().command(), heard(word.result()), expected));
      }
      if (isFirst(word.result()) && !first.add(word.asked().id())) {
        complaints.add(word.asked().id() + " was told twice to be done for the first time");
      }
    }
    for (OrderWord word : orderWords) {
      complain(model, word, first, complaints);
    }
    for (Asked one : rejected) {
      tally.count("companion_rejected");
      boolean isTaken =
          one.request().inserts().stream()
              .anyMatch(name -> model.now(new Key.Business(name)) != null);
      if (!one.isWrong() && !isTaken) {
        complaints.add(one.command() + " was told that its companion is rejected");
      }
    }
    return complaints;
  }

  private static boolean isFirst(PostResult result) {
    return switch (result) {
      case PostResult.Posted _ -> true;
      case PostResult.Refused refused -> refused.reason().durable();
      case PostResult.Replayed _, PostResult.IdReused _ -> false;
    };
  }

  static String heard(PostResult result) {
    return switch (result) {
      case PostResult.Replayed(PostResult before) -> "replayed: " + Judge.describe(before);
      case PostResult.IdReused _ -> "id_reused";
      case PostResult.Posted _, PostResult.Refused _ -> Judge.describe(result);
    };
  }

  private static String expected(Model model, Word word, long idsSince) {
    Asked one = word.asked();
    PostingRow stored = model.outcome(one.id().value()).orElse(null);
    boolean isForNow = word.result() instanceof PostResult.Refused no && !no.reason().durable();
    if (stored == null || isForNow) { // Later, or by another clock, it may have been done.
      return notStored(one, word.clock(), idsSince);
    }
    if (!stored.content().equals(one.request().content())) {
      return "id_reused";
    }
    boolean isAgain = word.result() instanceof PostResult.Replayed;
    return (isAgain ? "replayed: " : "") + Judge.told(stored.answer());
  }

  /** Why nothing of it was kept then. */
  private static String notStored(Asked one, long clock, long idsSince) {
    long madeAt = Micros.ofId(one.id().value());
    if (one.id().value().version() != 7) {
      return "refused: id_not_time_ordered";
    }
    if (madeAt > clock + Core.AHEAD_MAX) {
      return "refused: id_too_far_ahead";
    }
    return madeAt < idsSince ? "refused: id_too_old" : "nothing";
  }

  private void complain(Model model, OrderWord word, Set<Object> first, List<String> complaints) {
    AccountOrder order = word.ordered().order();
    boolean isForNow = word.result() instanceof AccountChange.Refused no && !no.reason().durable();
    OrderRow stored = isForNow ? null : (OrderRow) model.now(new Key.Change(order.id().value()));
    String expected;
    String heard;
    switch (word.result()) {
      case AccountChange.IdReused _ -> {
        tally.count("order.id_reused");
        heard = "id_reused";
        expected =
            stored != null && !stored.content().equals(word.ordered().content())
                ? "id_reused"
                : "something else";
      }
      case AccountChange.Replayed(AccountChange before) -> {
        tally.count("order.replayed");
        heard = describe(before, stored);
        expected = expected(word, stored);
      }
      case AccountChange.Changed _, AccountChange.Refused _ -> {
        tally.count("order." + code(word.result()));
        heard = describe(word.result(), stored);
        expected = expected(word, stored);
        if (stored != null && !first.add(order.id())) {
          complaints.add(order.id() + " was told twice to be done for the first time");
        }
      }
    }
    if (!heard.equals(expected)) {
      complaints.add(
          "%s%n  was told       %s%n  and should be  %s".formatted(order, heard, expected));
    }
  }

  private static String code(AccountChange change) {
    return change instanceof AccountChange.Refused refused ? refused.reason().code() : "changed";
  }

  /** Who is refused is not told when. */
  private static String describe(AccountChange told, OrderRow stored) {
    return OrderJudge.describe(told, stored == null ? 0 : stored.at());
  }

  private static String expected(OrderWord word, OrderRow stored) {
    if (stored != null) {
      return stored.content().equals(word.ordered().content())
          ? OrderJudge.describe(stored)
          : "id_reused";
    }
    ChangeId id = word.ordered().order().id();
    if (id.value().version() != 7) {
      return "refused at 0: id_not_time_ordered";
    }
    return Micros.ofId(id.value()) > word.clock() + Core.AHEAD_MAX
        ? "refused at 0: id_too_far_ahead"
        : "nothing";
  }
}
