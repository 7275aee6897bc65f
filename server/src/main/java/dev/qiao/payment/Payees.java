package dev.qiao.payment;

import dev.qiao.api.PlatformTerms;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AccountTerms;
import dev.qiao.ledger.Ledger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Who may be paid. The merchant module enters its stores here. */
@Service
public class Payees {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PayeeTables tables;
  private final Ledger ledger;
  private final PlatformTerms terms;

  Payees(PayeeTables tables, Ledger ledger, PlatformTerms terms) {
    this.tables = tables;
    this.ledger = ledger;
    this.terms = terms;
  }

  /**
   * Makes a store payable, in the transaction at hand. Its merchant's account is opened if it is
   * the first.
   */
  public Payee register(
      StoreId store,
      MerchantId merchant,
      String name,
      Optional<String> nameEn,
      String storeName,
      Optional<String> storeNameEn,
      Category category) {
    var payee =
        new Payee(
            store,
            merchant,
            name,
            nameEn,
            storeName,
            storeNameEn,
            category,
            accountOf(merchant),
            unguessable(),
            true);
    tables.insert(payee);
    return payee;
  }

  public Optional<Payee> find(StoreId store) {
    return tables.find(store);
  }

  /** The store whose counter a code stands on. */
  public Optional<Payee> byCode(String code) {
    return tables.byCode(code);
  }

  /** A merchant's stores, the oldest first. */
  public List<Payee> of(MerchantId merchant) {
    return tables.of(merchant);
  }

  /** The account that a merchant's takings go to. */
  public AccountId accountOf(MerchantId merchant) {
    return ledger.open(
        new AccountTerms(
            reference(merchant),
            terms.unit(),
            "merchant",
            OptionalLong.of(0),
            OptionalLong.empty()));
  }

  /** The same; empty where it was never opened. */
  Optional<AccountId> findAccount(MerchantId merchant) {
    return ledger.find(reference(merchant));
  }

  private String reference(MerchantId merchant) {
    return "merchant:" + merchant.value() + ":" + terms.currency();
  }

  static String unguessable() {
    byte[] bytes = new byte[15];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
