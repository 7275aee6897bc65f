package dev.qiao.ledger;

import java.util.Locale;

/** A bug that is put in on purpose, to see that the simulation finds it. */
enum Plant {
  /** None. */
  NOTHING,
  /** Accounts are stored whatever version the database has: another writer's change is lost. */
  LOST_UPDATE,
  /** An id that is used already does not stop a second use. */
  DOUBLE_APPLY,
  /** A hold is read as if nothing had been captured of it yet. */
  CAPTURE_BEYOND_HOLD;

  static Plant ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
