package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What commands have made of the holds that they named. */
record HoldChanges(List<HoldState> made, List<HoldState> changed) {

  /**
   * @param before the named holds as they were before the commands; null where there was none
   */
  static HoldChanges of(World world, Map<HoldId, HoldState> before) {
    List<HoldState> made = new ArrayList<>();
    List<HoldState> changed = new ArrayList<>();
    before.forEach(
        (id, stored) -> {
          HoldState now = world.holds.get(id);
          if (now != stored) {
            (stored == null ? made : changed).add(now);
          }
        });
    return new HoldChanges(made, changed);
  }
}
