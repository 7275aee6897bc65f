package dev.qiao.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All that commands can meet: the state that the core decides on, and changes. */
final class World {
  final LongMap<AccountState> accounts = new LongMap<>();
  final LongMap<AllowanceState> allowances = new LongMap<>();
  final Map<HoldId, HoldState> holds = new HashMap<>();
  final Map<PostingId, PastPosting> past = new HashMap<>();

  /** Microseconds: ids that carry an earlier time are refused, since they may have been used. */
  long idsSince;

  /** Postings that a reversal asks for: the core keeps them when it makes them. */
  final Set<PostingId> wanted = new HashSet<>();

  AccountState account(AccountId id) {
    return accounts.get(id.number());
  }

  AllowanceState allowance(AllowanceId id) {
    return allowances.get(id.number());
  }

  void add(AccountState account) {
    accounts.put(account.number, account);
  }

  void add(AllowanceState allowance) {
    allowances.put(allowance.number(), allowance);
  }
}
