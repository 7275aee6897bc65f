package dev.qiao.ledger;

/**
 * How much an audit has looked at.
 *
 * @param postings stored commands, refused ones included
 * @param changes of accounts: what was posted to them, set aside or given back
 * @param differences how many it has met
 */
public record AuditFigures(
    long accounts, long postings, long changes, long holds, long allowances, long differences) {
  static final AuditFigures NONE = new AuditFigures(0, 0, 0, 0, 0, 0);

  static AuditFigures ofAccounts(long accounts, long changes) {
    return new AuditFigures(accounts, 0, changes, 0, 0, 0);
  }

  static AuditFigures ofHolds(long holds) {
    return new AuditFigures(0, 0, 0, holds, 0, 0);
  }

  static AuditFigures ofAllowances(long allowances) {
    return new AuditFigures(0, 0, 0, 0, allowances, 0);
  }

  static AuditFigures ofPostings(long postings) {
    return new AuditFigures(0, postings, 0, 0, 0, 0);
  }

  AuditFigures plus(AuditFigures more) {
    return new AuditFigures(
        accounts + more.accounts,
        postings + more.postings,
        changes + more.changes,
        holds + more.holds,
        allowances + more.allowances,
        differences + more.differences);
  }

  AuditFigures withoutChanges(long fewer) {
    return new AuditFigures(accounts, postings, changes - fewer, holds, allowances, differences);
  }

  AuditFigures withDifferences(long found) {
    return new AuditFigures(accounts, postings, changes, holds, allowances, found);
  }
}
