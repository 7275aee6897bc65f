package dev.qiao.bank;

import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AccountTerms;
import dev.qiao.ledger.Ledger;
import dev.qiao.money.Unit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** The ledger accounts that stand for the money which banks keep for the people of the platform. */
@Service
public class Safeguarding {
  private final Ledger ledger;
  private final Map<String, AccountId> known = new ConcurrentHashMap<>();

  Safeguarding(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The account of the bank where this one is. Debited by what comes in: an asset, so its balance
   * is negative.
   */
  public AccountId at(LinkedAccount account, Unit unit) {
    return known.computeIfAbsent(
        "bank:" + account.connector() + ":" + unit.code(),
        reference -> ledger.open(AccountTerms.open(reference, unit, "bank")));
  }
}
