package dev.qiao.ledger;

import java.util.List;

/** What recomputing every balance from its postings has shown, as of one moment. */
public record AuditReport(long accounts, long postings, List<Difference> differences) {
  public AuditReport {
    differences = List.copyOf(differences);
  }

  /**
   * A stored figure that is not what its rows add up to.
   *
   * @param subject what it belongs to, such as {@code account 17 (person:…:CNY)}
   * @param figure which figure, such as {@code posted}
   */
  public record Difference(String subject, String figure, long expected, long actual) {}

  public boolean clean() {
    return differences.isEmpty();
  }

  /** The report in a line. */
  public String summary() {
    return summary(0);
  }

  /** With differences that were found beside the ledger counted in. */
  String summary(int others) {
    return "audit: %d accounts, %d postings, %d differences"
        .formatted(accounts, postings, differences.size() + others);
  }
}
