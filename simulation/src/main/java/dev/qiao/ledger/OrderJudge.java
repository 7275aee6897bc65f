package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.model.OrderRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Compares what became of orders for accounts with the model. */
final class OrderJudge {
  private final Model model;
  private final Loom loom;
  private final Tally tally;
  private final Map<ChangeId, List<Ordered>> ordered = new HashMap<>();
  private final Set<ChangeId> toldFirst = new HashSet<>();

  OrderJudge(Model model, Loom loom, Tally tally) {
    this.model = model;
    this.loom = loom;
    this.tally = tally;
  }

  void ordered(Ordered one) {
    List<Ordered> all = ordered.computeIfAbsent(one.order().id(), _ -> new ArrayList<>());
    if (!all.contains(one)) {
      all.add(one);
    }
  }

  /** A transaction has committed an order. */
  void committed(OpenTransaction transaction, StoredOrder stored, long number) {
    ChangeId id = stored.order().id();
    Optional<Ordered> cause =
        ordered.getOrDefault(id, List.of()).stream()
            .filter(one -> Arrays.equals(Digest.of(one.order()), stored.digest()))
            .findFirst();
    if (cause.isEmpty()) {
      fail("%s was stored, but nobody has ordered it", stored);
      return;
    }
    if (model.now(new Key.Change(id.value())) != null) {
      fail("%s was done twice", id);
      return;
    }
    Key account = new Key.Account(stored.order().account().number());
    long asOf = transaction.seenAt().getOrDefault(account, number - 1);
    OrderRow expected =
        model.answer(cause.get().modelled(), cause.get().content(), asOf, stored.clock());
    if (!describe(expected).equals(describe(stored.first(), stored.at()))) {
      fail(
          "%s%n  was stored as   %s%n  and should be   %s",
          stored.order(), describe(stored.first(), stored.at()), describe(expected));
    }
    model.commit(cause.get().modelled(), expected, number);
  }

  /** Somebody has the answer to an order. */
  void told(SentOrder sent, AccountChange told) {
    Ordered one = sent.ordered();
    switch (told) {
      case AccountChange.Changed changed -> {
        tally.count("order.changed");
        firstly(one, changed);
      }
      case AccountChange.Refused refused -> {
        tally.count("order." + refused.reason().code());
        if (refused.reason().durable()) {
          firstly(one, refused);
        } else {
          notYet(sent, refused);
        }
      }
      case AccountChange.Replayed(AccountChange first) -> {
        tally.count("order.replayed");
        sameAsStored(one, first);
      }
      case AccountChange.IdReused _ -> {
        tally.count("order.id_reused");
        OrderRow stored = stored(one);
        if (stored == null || stored.content().equals(one.content())) {
          fail("%s was told that its id is another's", one.order());
        }
      }
    }
  }

  private void firstly(Ordered one, AccountChange told) {
    sameAsStored(one, told);
    if (!toldFirst.add(one.order().id())) {
      fail("%s was told twice to be done for the first time", one.order());
    }
  }

  private void sameAsStored(Ordered one, AccountChange told) {
    OrderRow stored = stored(one);
    boolean isSame =
        stored != null
            && stored.content().equals(one.content())
            && describe(stored).equals(describe(told, stored.at()));
    if (!isSame) {
      fail("%s%n  was told       %s%n  what is kept   %s", one.order(), told, stored);
    }
  }

  private void notYet(SentOrder sent, AccountChange.Refused refused) {
    AccountOrder order = sent.ordered().order();
    long clock = sent.server().earliestClockSince(sent.looks());
    boolean isRight =
        switch (refused.reason()) {
          case ID_NOT_TIME_ORDERED -> order.id().value().version() != 7;
          case ID_TOO_FAR_AHEAD ->
              Micros.ofId(order.id().value()) > clock + 24 * 3600 * Micros.PER_SECOND;
          default -> false;
        };
    if (!isRight || stored(sent.ordered()) != null) {
      fail("%s was told %s", order, refused.reason().code());
    }
  }

  private OrderRow stored(Ordered one) {
    return (OrderRow) model.now(new Key.Change(one.order().id().value()));
  }

  /** Who is refused is not told when. */
  static String describe(AccountChange change, long at) {
    return switch (change) {
      case AccountChange.Changed changed ->
          "changed at " + Micros.of(changed.at()) + " to " + describe(changed.account());
      case AccountChange.Refused refused -> "refused at " + at + ": " + refused.reason().code();
      case AccountChange.Replayed _, AccountChange.IdReused _ -> change.toString();
    };
  }

  static String describe(OrderRow row) {
    return row.isDone()
        ? "changed at " + row.at() + " to " + describe(row.account())
        : "refused at " + row.at() + ": " + row.refusal();
  }

  static String describe(Account account) {
    return describe(
        orNull(account.terms().floor()),
        orNull(account.terms().ceiling()),
        account.frozen().contains(Side.DEBIT),
        account.frozen().contains(Side.CREDIT),
        account.closed(),
        account.balance().posted(),
        account.balance().held(),
        account.balance().sequence());
  }

  static String describe(AccountRow account) {
    return describe(
        account.floor(),
        account.ceiling(),
        account.frozenForDebit(),
        account.frozenForCredit(),
        account.closed(),
        account.posted(),
        account.held(),
        account.sequence());
  }

  private static String describe(
      Long floor,
      Long ceiling,
      boolean frozenForDebit,
      boolean frozenForCredit,
      boolean closed,
      long posted,
      long held,
      long sequence) {
    return "floor %s, ceiling %s%s%s%s, posted %d, held %d, sequence %d"
        .formatted(
            floor,
            ceiling,
            frozenForDebit ? ", frozen for debit" : "",
            frozenForCredit ? ", frozen for credit" : "",
            closed ? ", closed" : "",
            posted,
            held,
            sequence);
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }

  private void fail(String what, Object... parts) {
    loom.fail(new Violation(what.formatted(parts)));
  }
}
