package dev.qiao.ledger;

import java.util.Locale;

/** How far a pass of the self-audit goes. */
public enum AuditScope {
  /** What the latest commands have touched, in one step. */
  RECENT,
  /** Everything, in as many steps as that takes. */
  WHOLE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
