package dev.qiao.identity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of which operator role may do what. What is not here, nobody may. */
final class OperatorRights {
  private static final Set<Permission> EVERYBODY =
      EnumSet.of(
          Permission.OVERVIEW_READ,
          Permission.CHANNELS_READ,
          Permission.MOVEMENTS_READ,
          Permission.MERCHANTS_READ);

  private static final Map<OperatorRole, Set<Permission>> TABLE =
      new EnumMap<>(
          Map.of(
              OperatorRole.SUPPORT,
              with(
                  Permission.PEOPLE_SEARCH,
                  Permission.PEOPLE_DISCLOSE,
                  Permission.RECOVERIES_REVIEW,
                  Permission.LOCKS_READ,
                  Permission.LOCKS_PLACE,
                  Permission.LOCKS_LIFT),
              OperatorRole.RISK,
              with(
                  Permission.PEOPLE_SEARCH,
                  Permission.PEOPLE_DISCLOSE,
                  Permission.PEOPLE_VERIFY,
                  Permission.LIMITS_CHANGE,
                  Permission.RECOVERIES_REVIEW,
                  Permission.LOCKS_READ,
                  Permission.LOCKS_PLACE,
                  Permission.LOCKS_LIFT,
                  Permission.CHANNELS_SWITCH,
                  Permission.ACCOUNTS_READ,
                  Permission.ACCOUNTS_FREEZE,
                  Permission.FACTOR_POLICY_READ,
                  Permission.PROPOSALS_READ,
                  Permission.PROPOSALS_DECIDE,
                  Permission.AUDIT_READ),
              OperatorRole.FINANCE,
              with(
                  Permission.BANK_MOVES_READ,
                  Permission.BOOKS_READ,
                  Permission.ACCOUNTS_READ,
                  Permission.ACCOUNTS_FREEZE,
                  Permission.PROPOSALS_READ,
                  Permission.PROPOSALS_DECIDE),
              OperatorRole.COMPLIANCE,
              with(
                  Permission.BANK_MOVES_READ,
                  Permission.BOOKS_READ,
                  Permission.PEOPLE_SEARCH,
                  Permission.PEOPLE_DISCLOSE,
                  Permission.PEOPLE_DISCLOSE_RETAINED,
                  Permission.PEOPLE_VERIFY,
                  Permission.MERCHANTS_VERIFY,
                  Permission.LIMITS_CHANGE,
                  Permission.LOCKS_READ,
                  Permission.ACCOUNTS_READ,
                  Permission.ACCOUNTS_FREEZE,
                  Permission.FACTOR_POLICY_READ,
                  Permission.FACTOR_POLICY_CHANGE,
                  Permission.OPERATORS_READ,
                  // So that an administrator never gives power away alone, nor is left alone with
                  // it.
                  Permission.OPERATORS_MANAGE,
                  Permission.OWNERS_RESET,
                  Permission.PROPOSALS_READ,
                  Permission.PROPOSALS_DECIDE,
                  Permission.AUDIT_READ),
              OperatorRole.ADMINISTRATOR,
              EnumSet.allOf(Permission.class)));

  private OperatorRights() {}

  static Set<Permission> of(OperatorRole role) {
    return Collections.unmodifiableSet(TABLE.get(role));
  }

  private static Set<Permission> with(Permission... more) {
    Set<Permission> all = EnumSet.copyOf(EVERYBODY);
    Collections.addAll(all, more);
    return all;
  }
}
