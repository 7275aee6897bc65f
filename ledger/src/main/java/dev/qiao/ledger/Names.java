package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What commands name. The accounts behind a hold or a posting never change, so they are read before
 * the accounts are locked; what is not there yet counts as missing from then on.
 */
final class Names {
  private final Set<Long> allowances = new HashSet<>();
  private final Set<HoldId> namedHolds = new HashSet<>();
  private final Set<PostingId> namedPostings = new HashSet<>();
  private Map<HoldId, AccountId> holds = Map.of();
  private final Set<PostingId> moved = new HashSet<>();
  private long[] accounts = new long[64];
  private int size;

  Names(Iterable<Task> tasks) {
    for (Task task : tasks) {
      add(task.command);
    }
  }

  /** Reads what holds and postings stand for. */
  Names resolve(Db db) throws SQLException {
    if (!namedHolds.isEmpty()) {
      holds = new HoldTables(db).accountsOf(namedHolds);
      holds.values().forEach(this::account);
    }
    for (PostingId id : namedPostings) {
      List<AccountId> touched = new PostingTables(db).accountsOf(id);
      touched.forEach(this::account);
      if (!touched.isEmpty()) {
        moved.add(id);
      }
    }
    return this;
  }

  /** Each once, lowest first. */
  long[] accounts() {
    return Arrays.stream(accounts, 0, size).sorted().distinct().toArray();
  }

  Set<Long> allowances() {
    return allowances;
  }

  Set<HoldId> holds() {
    return holds.keySet();
  }

  /** Those that reversals ask for, whether they exist or not. */
  Set<PostingId> postings() {
    return namedPostings;
  }

  /** Whether the accounts of this posting were known before they were locked. */
  boolean knows(PostingId id, PastPosting past) {
    return past.legs().isEmpty() || moved.contains(id);
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
        namedHolds.add(hold.hold());
        uses(hold.uses());
      }
      case Increase increase -> {
        namedHolds.add(increase.hold());
        uses(increase.uses());
      }
      case Capture capture -> {
        namedHolds.add(capture.hold());
        capture.to().forEach(share -> account(share.credit()));
      }
      case Release release -> namedHolds.add(release.hold());
      case Expiry expiry -> namedHolds.add(expiry.hold());
      case Reversal reversal -> namedPostings.add(reversal.of());
    }
  }

  private void account(AccountId id) {
    if (size == accounts.length) {
      accounts = Arrays.copyOf(accounts, size * 2);
    }
    accounts[size++] = id.number();
  }

  private void uses(List<Use> uses) {
    for (Use use : uses) {
      allowances.add(use.allowance().number());
    }
  }
}
