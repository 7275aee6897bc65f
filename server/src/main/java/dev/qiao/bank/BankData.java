package dev.qiao.bank;

import dev.qiao.api.HeldData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The bank accounts that a person has linked. */
@Component
@Order(3)
class BankData implements HeldData {
  private final LinkedAccountTables tables;

  BankData(LinkedAccountTables tables) {
    this.tables = tables;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    List<Map<String, String>> accounts =
        tables.of(person).stream()
            .map(
                account ->
                    Map.of(
                        "id", account.id().text(),
                        "bank", account.bankName(),
                        "last_digits", account.tail()))
            .toList();
    return Map.of("linked_accounts", accounts);
  }

  @Override
  public void erase(UUID person) {
    tables.forgetTails(person);
  }
}
