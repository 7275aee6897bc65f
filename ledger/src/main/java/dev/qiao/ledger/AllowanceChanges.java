package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What commands have made of the allowances that they named, lowest number first.
 *
 * @param storedVersions what the database is known to have, of each changed one
 * @param read those that were only read
 */
record AllowanceChanges(
    List<AllowanceState> changed, List<Long> storedVersions, List<AllowanceState> read) {

  /**
   * @param before the allowances as they were before the commands, lowest number first
   */
  static AllowanceChanges of(World world, List<AllowanceState> before) {
    List<AllowanceState> changed = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    List<AllowanceState> read = new ArrayList<>();
    for (AllowanceState stored : before) {
      AllowanceState now = world.allowances.get(stored.number());
      if (now.version() == stored.version()) {
        read.add(now);
      } else {
        changed.add(now);
        versions.add(stored.version());
      }
    }
    return new AllowanceChanges(changed, versions, read);
  }
}
