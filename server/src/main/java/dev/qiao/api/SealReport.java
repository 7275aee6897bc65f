package dev.qiao.api;

import java.util.List;

/**
 * What recomputing the seals of the audit trail has shown.
 *
 * @param entries how many entries are sealed
 * @param last the hash of the last seal, in hexadecimal: whoever keeps it elsewhere can tell later
 *     whether the trail up to here is still the same
 */
public record SealReport(long entries, long seals, String last, List<Broken> broken) {
  public SealReport {
    broken = List.copyOf(broken);
  }

  /**
   * A seal that does not hold.
   *
   * @param subject which one, such as {@code seal 17 (… to …)}
   * @param what what is wrong with it
   */
  public record Broken(String subject, String what) {}

  /** The report in a line. */
  public String summary() {
    return seals == 0
        ? "audit trail: no seals yet"
        : "audit trail: %d entries under %d seals, the last %s".formatted(entries, seals, last);
  }
}
