package dev.qiao.payment;

import dev.qiao.api.HeldData;
import dev.qiao.payment.PaymentLists.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person paid, and got back. */
@Component
@Order(2)
class PaymentData implements HeldData {
  private static final Window ALL =
      new Window(Optional.empty(), Optional.empty(), Optional.empty(), 1_000_000);

  private final PaymentLists lists;
  private final PaymentTables tables;

  PaymentData(PaymentLists lists, PaymentTables tables) {
    this.lists = lists;
    this.tables = tables;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    return Map.of(
        "payments", lists.paidBy(person, ALL).stream().map(PaymentData::line).toList(),
        "refunds",
            lists.refundsTo(person, ALL).stream()
                .map(movement -> line(movement.payment(), movement.refund().orElseThrow()))
                .toList());
  }

  @Override
  public void erase(UUID person) {
    tables.forgetNotes(person);
  }

  private static Map<String, Object> line(Payment payment) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", payment.id().text());
    line.put("shop", payment.payee().name());
    line.put("amount_minor", payment.amount().minor());
    line.put("currency", payment.amount().unit().code());
    line.put("refunded_minor", payment.refunded().minor());
    line.put("state", payment.state());
    line.put("channel", payment.channel().text());
    line.put("scene", payment.scene());
    line.put("note", payment.note().orElse(null));
    line.put("order_reference", payment.orderReference().orElse(null));
    line.put("created_at", payment.createdAt());
    line.put("finished_at", payment.finishedAt().orElse(null));
    return line;
  }

  private static Map<String, Object> line(Payment payment, Refund refund) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", refund.id().text());
    line.put("payment", payment.id().text());
    line.put("amount_minor", refund.amount().minor());
    line.put("currency", refund.amount().unit().code());
    line.put("at", refund.at());
    return line;
  }
}
