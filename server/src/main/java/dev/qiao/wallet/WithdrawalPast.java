package dev.qiao.wallet;

import dev.qiao.bank.LinkedAccountId;
import dev.qiao.payment.PastMovements;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people brought to their bank accounts. */
@Component
class WithdrawalPast implements PastMovements {
  private final BankMoveTables tables;

  WithdrawalPast(BankMoveTables tables) {
    this.tables = tables;
  }

  @Override
  public Past past(UUID person, String payee, Instant from, Instant to) {
    return tables.past(person, LinkedAccountId.parse(payee), from, to);
  }
}
