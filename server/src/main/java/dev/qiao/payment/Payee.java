package dev.qiao.payment;

import dev.qiao.identity.Subject;
import dev.qiao.ledger.AccountId;
import java.util.Optional;

/**
 * A shop that may be paid: a store of a merchant, and the account that its money goes to.
 *
 * @param code the secret part of the code on its counter: unguessable, so that nobody finds shops
 *     by counting
 */
public record Payee(
    StoreId store,
    MerchantId merchant,
    String name,
    Optional<String> nameEn,
    String storeName,
    Optional<String> storeNameEn,
    Category category,
    AccountId account,
    String code,
    boolean open) {
  /** Whose limits count what is paid here: all stores of a merchant together. */
  Subject business() {
    return Subject.business(merchant.value());
  }
}
