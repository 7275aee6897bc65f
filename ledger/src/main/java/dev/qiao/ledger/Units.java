package dev.qiao.ledger;

import dev.qiao.money.Unit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One object for each unit that is read, since there are few of them and many rows. */
final class Units {
  private static final Map<String, Unit> KNOWN = new ConcurrentHashMap<>();

  private Units() {}

  static Unit of(String code, int exponent) {
    Unit known = KNOWN.get(code);
    return known != null && known.exponent() == exponent
        ? known
        : KNOWN.merge(code, new Unit(code, exponent), (_, fresh) -> fresh);
  }
}
