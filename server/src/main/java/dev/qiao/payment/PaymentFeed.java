package dev.qiao.payment;

import dev.qiao.api.ReceiptNumber;
import dev.qiao.payment.PaymentFeedTables.Row;
import dev.qiao.payment.PaymentLists.Movement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What shops and operators look at: payments, whatever became of them, and refunds, as one list,
 * newest first. The place of what moved money is its posting's id, of anything else its own.
 */
@Component
public class PaymentFeed {
  /** Which payments, by the states they are in, and whether refunds too. */
  public record Shown(Set<Payment.State> states, boolean refunds) {
    public static final Shown ALL = new Shown(Set.of(Payment.State.values()), true);

    public Shown {
      states = Set.copyOf(states);
    }
  }

  /**
   * What somebody looks for: any of these.
   *
   * @param words a piece of a shop's name or of an order reference
   * @param id of a payment or refund
   * @param range of ids, as a receipt number says
   * @param payers who paid
   */
  public record Search(
      Optional<String> words,
      Optional<UUID> id,
      Optional<ReceiptNumber.Range> range,
      Set<UUID> payers) {}

  /**
   * Which part of the list.
   *
   * @param merchant whose; empty is everybody's
   * @param from the place before which nothing is shown; empty is none
   * @param before the place below which to begin
   */
  public record Window(
      Optional<MerchantId> merchant,
      Optional<StoreId> store,
      Optional<UUID> from,
      Shown shown,
      Optional<Search> search,
      Optional<UUID> before,
      int limit) {}

  private final PaymentFeedTables tables;
  private final PaymentLists lists;
  private final InstantSource clock;

  PaymentFeed(PaymentFeedTables tables, PaymentLists lists, InstantSource clock) {
    this.tables = tables;
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * A part of the list. A merchant's leaves out what a payer has begun and not confirmed: no shop
   * has asked for it, and nothing has come of it.
   */
  public List<Movement> list(Window window) {
    List<Row> rows = tables.rows(window, clock.instant());
    Map<PaymentId, Payment> payments =
        lists.payments(rows.stream().map(Row::payment).distinct().toList());
    Map<UUID, Refund> refunds =
        tables.refunds(rows.stream().flatMap(row -> row.refund().stream()).toList());
    List<Movement> movements = new ArrayList<>();
    for (Row row : rows) {
      Payment payment = payments.get(new PaymentId(row.payment())).at(clock.instant());
      movements.add(new Movement(payment, row.refund().map(refunds::get)));
    }
    return movements;
  }
}
