package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What commands have made of the accounts that they named, as columns: copied, so that the next
 * batch may go on with the states while this one is written.
 *
 * @param columns of the changed accounts: number, stored version, posted, held, sequence, version,
 *     time
 * @param readColumns of those that were only read: number, stored version
 */
record AccountChanges(int changed, Object[] columns, int read, Object[] readColumns) {

  static AccountChanges of(World world, long... numbers) {
    List<AccountState> changed = new ArrayList<>(numbers.length);
    List<AccountState> read = new ArrayList<>();
    for (long number : numbers) {
      AccountState account = world.accounts.get(number);
      if (account != null) {
        (account.isChanged() ? changed : read).add(account);
      }
    }
    return new AccountChanges(
        changed.size(),
        new Object[] {
          column(changed, state -> state.number),
          column(changed, state -> state.storedVersion),
          column(changed, state -> state.posted),
          column(changed, state -> state.held),
          column(changed, state -> state.sequence),
          column(changed, state -> state.version),
          column(changed, state -> state.touchedAt)
        },
        read.size(),
        new Object[] {
          column(read, state -> state.number), column(read, state -> state.storedVersion)
        });
  }

  private static long[] column(List<AccountState> states, ToLongFunction<AccountState> value) {
    return states.stream().mapToLong(value).toArray();
  }
}
