package dev.qiao.ledger;

import java.util.List;

/**
 * Some commands were refused after their guards had changed rows: they must run alone, so that only
 * their own changes are taken back.
 */
final class SetAside extends RuntimeException {
  private final transient List<Task> alone;

  SetAside(List<Task> alone) {
    super("Refused behind guards", null, false, false);
    this.alone = alone;
  }

  List<Task> alone() {
    return alone;
  }
}
