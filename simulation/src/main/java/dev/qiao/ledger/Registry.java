package dev.qiao.ledger;

import dev.qiao.money.Unit;

/** Where the accounts, allowances and business rows of a town are kept. */
interface Registry {

  /**
   * @param floor {@link AccountState#NO_FLOOR} for none
   * @param ceiling {@link AccountState#NO_CEILING} for none
   * @param posted what is in it to begin with
   */
  void open(long number, Unit unit, long floor, long ceiling, long posted);

  void open(long number, AllowanceTerms terms);

  void row(String name);
}
