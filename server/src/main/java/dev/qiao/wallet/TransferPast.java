package dev.qiao.wallet;

import dev.qiao.api.ReceiptNumber;
import dev.qiao.identity.PersonId;
import dev.qiao.payment.PastMovements;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people sent to others. */
@Component
class TransferPast implements PastMovements {
  private final TransferTables tables;

  TransferPast(TransferTables tables) {
    this.tables = tables;
  }

  @Override
  public Past past(UUID person, String payee, Instant from, Instant to) {
    return tables.past(
        person,
        PersonId.parse(payee).map(PersonId::value),
        ReceiptNumber.lowest(from),
        ReceiptNumber.lowest(to));
  }
}
