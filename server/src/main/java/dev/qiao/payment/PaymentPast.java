package dev.qiao.payment;

import dev.qiao.ids.TypeId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people paid to shops. */
@Component
class PaymentPast implements PastMovements {
  private final PaymentFigures figures;

  PaymentPast(PaymentFigures figures) {
    this.figures = figures;
  }

  @Override
  public Past past(UUID person, String payee, Instant from, Instant to) {
    return figures.past(
        person, TypeId.parse("sto", payee).map(id -> new StoreId(id.value())), from, to);
  }
}
