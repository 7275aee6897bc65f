package dev.qiao.ledger;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What commands name, and the accounts and allowances that stand behind it. */
final class Names {
  private final Set<Long> allowances = new HashSet<>();
  private final Set<HoldId> holds = new HashSet<>();
  private final Set<PostingId> postings = new HashSet<>();
  private long[] accounts = new long[64];
  private int size;

  Names(Iterable<Task> tasks) {
    for (Task task : tasks) {
      add(task.command);
    }
  }

  static Names none() {
    return new Names(List.of());
  }

  /** Each once, lowest first. */
  long[] accounts() {
    return Arrays.stream(accounts, 0, size).sorted().distinct().toArray();
  }

  Set<Long> allowances() {
    return allowances;
  }

  Set<HoldId> holds() {
    return holds;
  }

  /** Those that reversals ask for, whether they exist or not. */
  Set<PostingId> postings() {
    return postings;
  }

  void account(AccountId id) {
    if (size == accounts.length) {
      accounts = Arrays.copyOf(accounts, size * 2);
    }
    accounts[size++] = id.number();
  }

  void accountsOf(PastPosting past) {
    for (Leg leg : past.legs()) {
      account(leg.debit());
      account(leg.credit());
    }
  }

  void allowancesOf(List<Used> used) {
    for (Used taken : used) {
      allowances.add(taken.allowance());
    }
  }

  private void add(Command command) {
    switch (command) {
      case Posting posting -> {
        for (Leg leg : posting.legs()) {
          account(leg.debit());
          account(leg.credit());
        }
        uses(posting.uses());
      }
      case Hold hold -> {
        account(hold.account());
        holds.add(hold.hold());
        uses(hold.uses());
      }
      case Increase increase -> {
        holds.add(increase.hold());
        uses(increase.uses());
      }
      case Capture capture -> {
        holds.add(capture.hold());
        capture.to().forEach(share -> account(share.credit()));
      }
      case Release release -> holds.add(release.hold());
      case Expiry expiry -> holds.add(expiry.hold());
      case Reversal reversal -> postings.add(reversal.of());
    }
  }

  private void uses(List<Use> uses) {
    for (Use use : uses) {
      allowances.add(use.allowance().number());
    }
  }
}
