package dev.qiao.ledger;

import dev.qiao.money.Unit;

/**
 * What an account has, in minor units of its unit.
 *
 * @param posted credits less debits
 * @param held set aside by holds, part of posted
 * @param sequence how many changes have touched the account: orders its balances
 */
public record Balance(AccountId account, Unit unit, long posted, long held, long sequence) {
  /** What can be debited or held, down to the floor. */
  public long available() {
    return posted - held;
  }
}
