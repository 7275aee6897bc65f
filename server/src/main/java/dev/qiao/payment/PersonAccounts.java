package dev.qiao.payment;

import dev.qiao.api.PlatformTerms;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AccountTerms;
import dev.qiao.ledger.Ledger;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** The ledger accounts of people's wallets, opened when first asked for. */
@Service
public class PersonAccounts {
  private static final int REMEMBERED_MAX = 100_000;

  private final Ledger ledger;
  private final PlatformTerms terms;
  private final Map<UUID, AccountId> remembered = new ConcurrentHashMap<>();

  PersonAccounts(Ledger ledger, PlatformTerms terms) {
    this.ledger = ledger;
    this.terms = terms;
  }

  /** The account of somebody's wallet, if they ever had one. */
  public Optional<AccountId> find(UUID person) {
    return ledger.find(reference(person));
  }

  private String reference(UUID person) {
    return "person:" + person + ":" + terms.currency();
  }

  /**
   * The account of a person's wallet in the platform's currency. Its number never changes, so it
   * may be remembered.
   */
  public AccountId of(UUID person) {
    AccountId known = remembered.get(person);
    if (known != null) {
      return known;
    }
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.clear();
    }
    AccountId account = ledger.open(AccountTerms.wallet(reference(person), terms.unit()));
    remembered.put(person, account);
    return account;
  }
}
