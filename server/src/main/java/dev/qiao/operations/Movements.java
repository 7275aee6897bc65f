package dev.qiao.operations;

import dev.qiao.api.ReceiptNumber;
import dev.qiao.ids.TypeId;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentFeed;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.Payments;
import dev.qiao.payment.RefundId;
import dev.qiao.payment.Refunds;
import dev.qiao.wallet.BankMove;
import dev.qiao.wallet.BankMoveId;
import dev.qiao.wallet.BankMoveSearch;
import dev.qiao.wallet.BankMoves;
import dev.qiao.wallet.Transfer;
import dev.qiao.wallet.TransferId;
import dev.qiao.wallet.Transfers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All movements of money on the platform, gathered from the modules that keep them. */
@Component
class Movements {
  private final PaymentFeed feed;
  private final Payments payments;
  private final Refunds refunds;
  private final Transfers transfers;
  private final BankMoves bankMoves;

  Movements(
      PaymentFeed feed,
      Payments payments,
      Refunds refunds,
      Transfers transfers,
      BankMoves bankMoves) {
    this.feed = feed;
    this.payments = payments;
    this.refunds = refunds;
    this.transfers = transfers;
    this.bankMoves = bankMoves;
  }

  /** What a query finds, the newest first. */
  List<Movement> list(MovementQuery query) {
    if (query.id().isPresent()) {
      return find(query.id().get().toString()).filter(found -> fits(found, query)).stream()
          .toList();
    }
    return Stream.of(paid(query), sent(query), banked(query))
        .flatMap(List::stream)
        .filter(found -> fits(found, query))
        .sorted(Comparator.comparing(Movement::place, Movements::inOrderOfTime).reversed())
        .limit(query.limit())
        .toList();
  }

  /**
   * As the database orders UUIDs; {@link UUID#compareTo} would put times after 2^47 before all
   * others.
   */
  private static int inOrderOfTime(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private static boolean fits(Movement movement, MovementQuery query) {
    return query.state().map(state -> movement.state().equals(state.text())).orElse(true)
        && query.before().map(before -> inOrderOfTime(movement.place(), before) < 0).orElse(true);
  }

  private List<Movement> paid(MovementQuery query) {
    var shown =
        query
            .state()
            .map(state -> new PaymentFeed.Shown(Set.of(state), state == Payment.State.SUCCEEDED))
            .orElse(PaymentFeed.Shown.ALL);
    Optional<PaymentFeed.Search> search =
        query.words().isEmpty() && query.range().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PaymentFeed.Search(query.words(), Optional.empty(), query.range(), Set.of()));
    var window =
        new PaymentFeed.Window(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            shown,
            search,
            query.before(),
            query.limit());
    Optional<ReceiptNumber.Range> range = query.range();
    return feed.list(window).stream()
        .map(Movement::of)
        .filter(found -> range.isEmpty() || isIn(range.get(), found))
        .toList();
  }

  /**
   * The feed finds a payment's refunds by the payment's receipt number too; an operator gets the
   * one thing it names.
   */
  private static boolean isIn(ReceiptNumber.Range range, Movement movement) {
    UUID id = TypeId.parse(movement.id()).orElseThrow().value();
    return inOrderOfTime(range.low(), id) <= 0 && inOrderOfTime(id, range.high()) < 0;
  }

  private List<Movement> sent(MovementQuery query) {
    boolean wanted = query.state().map(state -> state == Payment.State.SUCCEEDED).orElse(true);
    if (query.isForShops() || !wanted) {
      return List.of();
    }
    List<Transfer> found =
        query
            .range()
            .map(range -> transfers.between(range.low(), range.high()))
            .orElseGet(() -> transfers.all(query.before(), query.limit()));
    return found.stream().<Movement>map(Movement.Sent::new).toList();
  }

  private List<Movement> banked(MovementQuery query) {
    Optional<BankMove.State> state =
        query
            .state()
            .flatMap(
                wanted ->
                    Stream.of(BankMove.State.values())
                        .filter(known -> known.text().equals(wanted.text()))
                        .findFirst());
    if (query.isForShops() || query.state().isPresent() && state.isEmpty()) {
      return List.of();
    }
    return bankMoves
        .search(new BankMoveSearch(state, query.range(), query.before(), query.limit()))
        .stream()
        .<Movement>map(Movement.Banked::new)
        .toList();
  }

  /** One movement by its outside id. */
  Optional<Movement> find(String text) {
    return TypeId.parse(text).flatMap(this::find);
  }

  private Optional<Movement> find(TypeId id) {
    return switch (id.prefix()) {
      case "pay" -> payments.find(new PaymentId(id.value())).map(Movement.Paid::new);
      case "ref" ->
          refunds
              .find(new RefundId(id.value()))
              .map(
                  refund ->
                      new Movement.GivenBack(
                          payments.find(refund.payment()).orElseThrow(), refund));
      case "trf" -> transfers.find(new TransferId(id.value())).map(Movement.Sent::new);
      case "top" ->
          bankMoves
              .find(new BankMoveId(BankMove.Kind.TOP_UP, id.value()))
              .map(Movement.Banked::new);
      case "wdr" ->
          bankMoves
              .find(new BankMoveId(BankMove.Kind.WITHDRAWAL, id.value()))
              .map(Movement.Banked::new);
      default -> Optional.empty();
    };
  }
}
